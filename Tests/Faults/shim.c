// Counts the calls of a program that touch what lies below one folder, and makes one of them go wrong.
//
// Loaded with LD_PRELOAD; the program under test knows nothing of it. All of it is told by the environment:
//
//   FAULT_UNDER   the folder; a path that is not absolute counts as below it, and so does every open file of it
//   FAULT_LOG     a file that gets a line for every call counted: number, call, path; and a line for every fault
//   FAULT_AT      the number of the first call that goes wrong, from 1; 0 or none: nothing does
//   FAULT_TIMES   how many calls go wrong from there on; -1: all
//   FAULT_CALLS   ,call,call,: those that may go wrong; none: all
//   FAULT_DO      kill, error, short; or, before the call is done, grow, shrink, rewrite, replace FAULT_TARGET
//   FAULT_ERROR   the number of the error
//   FAULT_CLOCK   seconds by which the clock of the day jumps, to and fro, at every look at it
//
// What a C library does inside of itself passes by unseen; `strace` counts that (see injection.py).
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 4096 };

static const char *under, *calls, *act, *target;
static size_t underLength;
static long at, times = 1, theError = EIO, clockJump;
static int logFile = -1;
static atomic_long number, done;
static char *names[MOST];

static void set_up(void) __attribute__((constructor(101)));

static long number_of(const char *name, long otherwise) {
    const char *text = getenv(name);
    return text && *text ? atol(text) : otherwise;
}

static void set_up(void) {
    under = getenv("FAULT_UNDER");
    underLength = under ? strlen(under) : 0;
    calls = getenv("FAULT_CALLS");
    act = getenv("FAULT_DO");
    target = getenv("FAULT_TARGET");
    at = number_of("FAULT_AT", 0);
    times = number_of("FAULT_TIMES", 1);
    theError = number_of("FAULT_ERROR", EIO);
    clockJump = number_of("FAULT_CLOCK", 0);
    const char *log = getenv("FAULT_LOG");
    if (log && *log && logFile < 0) {
        int low = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        logFile = low < 0 ? -1 : (int)syscall(SYS_fcntl, low, F_DUPFD_CLOEXEC, 900);
        if (logFile < 0) logFile = low; else syscall(SYS_close, low);
    }
}

static int is_ours(const char *path) {
    if (!under || !path) return 0;
    if (path[0] != '/') return 1;
    return strncmp(path, under, underLength) == 0 && (path[underLength] == '/' || !path[underLength]);
}

static const char *name_of(int descriptor) {
    return descriptor >= 0 && descriptor < MOST ? names[descriptor] : NULL;
}

static void keep(int descriptor, const char *path) {
    if (descriptor < 0 || descriptor >= MOST) return;
    free(names[descriptor]);
    names[descriptor] = path && is_ours(path) ? strdup(path) : NULL;
}

static void note(const char *sign, long which, const char *call, const char *path) {
    if (logFile < 0) return;
    char line[PATH_MAX + 100];
    int length = snprintf(line, sizeof line, "%s%ld %s %s\n", sign, which, call, path);
    if (length > 0) syscall(SYS_write, logFile, line, (size_t)length < sizeof line ? (size_t)length : sizeof line);
}

static void disturb_target(void) {
    struct stat status;
    if (!target || syscall(SYS_newfstatat, AT_FDCWD, target, &status, 0) != 0) return;
    if (!strcmp(act, "shrink")) {
        syscall(SYS_truncate, target, status.st_size / 2);
        return;
    }
    char *bytes = malloc((size_t)status.st_size + 1);
    int old = (int)syscall(SYS_openat, AT_FDCWD, target, O_RDWR);
    ssize_t size = syscall(SYS_pread64, old, bytes, status.st_size, 0);
    if (!strcmp(act, "grow")) {
        // The last line once more, under a number of its own.
        ssize_t start = size - 1;
        while (start > 0 && bytes[start - 1] != '\n') start--;
        for (ssize_t place = start; place < size; place++)
            if (bytes[place] >= '1' && bytes[place] <= '8') { bytes[place]++; break; }
        syscall(SYS_pwrite64, old, bytes + start, size - start, size);
    } else {
        // Digits of amounts and dates stay digits.
        for (ssize_t place = size / 2; place < size; place++)
            if (bytes[place] == '.' && place > 0 && bytes[place - 1] >= '1' && bytes[place - 1] <= '8') bytes[place - 1]++;
        if (!strcmp(act, "rewrite")) {
            syscall(SYS_pwrite64, old, bytes, size, 0);
        } else {
            char beside[PATH_MAX];
            snprintf(beside, sizeof beside, "%s.beside", target);
            int other = (int)syscall(SYS_openat, AT_FDCWD, beside, O_WRONLY | O_CREAT | O_TRUNC, 0644);
            syscall(SYS_write, other, bytes, size);
            syscall(SYS_close, other);
            syscall(SYS_rename, beside, target);
        }
    }
    syscall(SYS_close, old);
    free(bytes);
}

enum { GOES_ON, FAILS, SHORT };

// What becomes of a call. A close that fails has closed.
static int fate(const char *call, const char *path) {
    if (!path) return GOES_ON;
    long which = atomic_fetch_add(&number, 1) + 1;
    if (at == 0) { note("", which, call, path); return GOES_ON; }
    if (which < at) return GOES_ON;
    if (calls && *calls) {
        char word[40];
        snprintf(word, sizeof word, ",%s,", call);
        if (!strstr(calls, word)) return GOES_ON;
    }
    if (times >= 0 && atomic_fetch_add(&done, 1) >= times) return GOES_ON;
    note("! ", which, call, path);
    if (!act || !strcmp(act, "kill")) { syscall(SYS_kill, getpid(), SIGKILL); for (;;) pause(); }
    if (!strcmp(act, "short")) return SHORT;
    if (strcmp(act, "error")) { disturb_target(); return GOES_ON; }
    errno = (int)theError;
    return FAILS;
}

#define REAL(name) \
    static __typeof__(name) *real; \
    if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)
#define OURS(path) (is_ours(path) ? (path) : NULL)

static const char *joined(int folder, const char *path, char *room) {
    if (!path || path[0] == '/' || folder == AT_FDCWD) return path;
    const char *above = name_of(folder);
    if (!above) return "/elsewhere";
    snprintf(room, PATH_MAX, "%s/%s", above, path);
    return room;
}

// ---- Opening and closing -------------------------------------------------------------------------------------

// A temporary file's flag has that of folders in it.
static int makes(int flags) { return flags & O_CREAT || (flags & __O_TMPFILE) == __O_TMPFILE; }

#define OPENING(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); \
        mode_t mode = 0; \
        if (makes(flags)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
        if (fate(makes(flags) ? "create" : "open", OURS(path)) == FAILS) return -1; \
        int descriptor = real(path, flags, mode); \
        keep(descriptor, path); \
        return descriptor; \
    }
OPENING(open)
OPENING(open64)

#define OPENING_AT(name) \
    int name(int folder, const char *path, int flags, ...) { \
        REAL(name); \
        char room[PATH_MAX]; \
        const char *whole = joined(folder, path, room); \
        mode_t mode = 0; \
        if (makes(flags)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
        if (fate(makes(flags) ? "create" : "open", OURS(whole)) == FAILS) return -1; \
        int descriptor = real(folder, path, flags, mode); \
        keep(descriptor, whole); \
        return descriptor; \
    }
OPENING_AT(openat)
OPENING_AT(openat64)

#define MAKING_TEMPORARY(name) \
    int name(char *template) { \
        REAL(name); \
        if (fate("create", OURS(template)) == FAILS) return -1; \
        int descriptor = real(template); \
        keep(descriptor, template); \
        return descriptor; \
    }
MAKING_TEMPORARY(mkstemp)
MAKING_TEMPORARY(mkstemp64)

#define OPENING_STREAM(name) \
    FILE *name(const char *path, const char *mode) { \
        REAL(name); \
        if (fate(mode[0] == 'r' ? "open" : "create", OURS(path)) == FAILS) return NULL; \
        return real(path, mode); \
    }
OPENING_STREAM(fopen)
OPENING_STREAM(fopen64)

int close(int descriptor) {
    REAL(close);
    int end = fate("close", name_of(descriptor));
    keep(descriptor, NULL);
    int result = real(descriptor);
    if (end != FAILS) return result;
    errno = (int)theError;
    return -1;
}

int dup(int descriptor) {
    REAL(dup);
    int other = real(descriptor);
    keep(other, name_of(descriptor));
    return other;
}

#define CONTROLLING(name) \
    int name(int descriptor, int command, ...) { \
        REAL(name); \
        va_list rest; va_start(rest, command); void *argument = va_arg(rest, void *); va_end(rest); \
        int locks = command == F_SETLK || command == F_SETLKW || command == F_GETLK || command == F_OFD_SETLK; \
        if (fate(locks ? "lock" : "fcntl", name_of(descriptor)) == FAILS) return -1; \
        int result = real(descriptor, command, argument); \
        if (command == F_DUPFD || command == F_DUPFD_CLOEXEC) keep(result, name_of(descriptor)); \
        return result; \
    }
CONTROLLING(fcntl)
CONTROLLING(fcntl64)

// The program's own, which learns GB18030 from it; the libraries' pass by.
iconv_t iconv_open(const char *to, const char *from) {
    REAL(iconv_open);
    if (!strcmp(to, "UTF-32LE") && fate("converter", from) == FAILS) return (iconv_t)-1;
    return real(to, from);
}

// ---- Reading and writing -------------------------------------------------------------------------------------

#define MOVING(name, call, type, item, ...) \
    ssize_t name(int descriptor, type bytes, size_t count, ##__VA_ARGS__) { \
        REAL(name); \
        int end = fate(call, name_of(descriptor)); \
        if (end == FAILS) return -1; \
        if (end == SHORT && count > 1) count = item; \
        return real PASS; \
    }
#define PASS (descriptor, bytes, count)
MOVING(read, "read", void *, count / 2)
MOVING(write, "write", const void *, count / 2)
#undef PASS
#define PASS (descriptor, bytes, count, offset)
MOVING(pread, "read", void *, count / 2, off_t offset)
MOVING(pread64, "read", void *, count / 2, off64_t offset)
MOVING(pwrite, "write", const void *, count / 2, off_t offset)
MOVING(pwrite64, "write", const void *, count / 2, off64_t offset)

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
    REAL(writev);
    int end = fate("write", name_of(descriptor));
    if (end == FAILS) return -1;
    return real(descriptor, parts, end == SHORT && count > 1 ? 1 : count);
}

ssize_t sendfile(int out, int in, off_t *offset, size_t count) {
    REAL(sendfile);
    int end = fate("write", name_of(out) ? name_of(out) : name_of(in));
    if (end == FAILS) return -1;
    return real(out, in, offset, end == SHORT && count > 1 ? count / 2 : count);
}

#define OF_DESCRIPTOR(name, call) \
    int name(int descriptor) { \
        REAL(name); \
        return fate(call, name_of(descriptor)) == FAILS ? -1 : real(descriptor); \
    }
OF_DESCRIPTOR(fsync, "flush")
OF_DESCRIPTOR(fdatasync, "flush")

#define OF_DESCRIPTOR_AND(name, call, type) \
    int name(int descriptor, type value) { \
        REAL(name); \
        return fate(call, name_of(descriptor)) == FAILS ? -1 : real(descriptor, value); \
    }
OF_DESCRIPTOR_AND(ftruncate, "cut", off_t)
OF_DESCRIPTOR_AND(ftruncate64, "cut", off64_t)
OF_DESCRIPTOR_AND(fchmod, "rights", mode_t)
OF_DESCRIPTOR_AND(flock, "lock", int)

int fchown(int descriptor, uid_t user, gid_t group) {
    REAL(fchown);
    return fate("rights", name_of(descriptor)) == FAILS ? -1 : real(descriptor, user, group);
}

// ---- Names ---------------------------------------------------------------------------------------------------

#define OF_PATH(name, call) \
    int name(const char *path) { \
        REAL(name); \
        return fate(call, OURS(path)) == FAILS ? -1 : real(path); \
    }
OF_PATH(unlink, "unlink")
OF_PATH(rmdir, "rmdir")

#define OF_PATH_AND(name, call, type) \
    int name(const char *path, type value) { \
        REAL(name); \
        return fate(call, OURS(path)) == FAILS ? -1 : real(path, value); \
    }
OF_PATH_AND(mkdir, "mkdir", mode_t)
OF_PATH_AND(chmod, "rights", mode_t)
OF_PATH_AND(access, "stat", int)
OF_PATH_AND(truncate, "cut", off_t)
OF_PATH_AND(stat, "stat", struct stat *)
OF_PATH_AND(lstat, "stat", struct stat *)
OF_PATH_AND(stat64, "stat", struct stat64 *)
OF_PATH_AND(lstat64, "stat", struct stat64 *)
OF_DESCRIPTOR_AND(fstat, "stat", struct stat *)
OF_DESCRIPTOR_AND(fstat64, "stat", struct stat64 *)

int unlinkat(int folder, const char *path, int flags) {
    REAL(unlinkat);
    char room[PATH_MAX];
    return fate("unlink", OURS(joined(folder, path, room))) == FAILS ? -1 : real(folder, path, flags);
}

int rename(const char *from, const char *to) {
    REAL(rename);
    return fate("rename", OURS(to)) == FAILS ? -1 : real(from, to);
}

int link(const char *from, const char *to) {
    REAL(link);
    return fate("link", OURS(to)) == FAILS ? -1 : real(from, to);
}

int renameat(int oldFolder, const char *from, int newFolder, const char *to) {
    REAL(renameat);
    return fate("rename", OURS(to)) == FAILS ? -1 : real(oldFolder, from, newFolder, to);
}

int renameat2(int oldFolder, const char *from, int newFolder, const char *to, unsigned flags) {
    REAL(renameat2);
    return fate("rename", OURS(to)) == FAILS ? -1 : real(oldFolder, from, newFolder, to, flags);
}

char *realpath(const char *path, char *resolved) {
    REAL(realpath);
    return fate("stat", OURS(path)) == FAILS ? NULL : real(path, resolved);
}

DIR *opendir(const char *path) {
    REAL(opendir);
    if (fate("open", OURS(path)) == FAILS) return NULL;
    DIR *folder = real(path);
    if (folder) keep(dirfd(folder), path);
    return folder;
}

int closedir(DIR *folder) {
    REAL(closedir);
    keep(dirfd(folder), NULL);
    return real(folder);
}

struct dirent *readdir(DIR *folder) {
    REAL(readdir);
    return fate("list", name_of(dirfd(folder))) == FAILS ? NULL : real(folder);
}

struct dirent64 *readdir64(DIR *folder) {
    REAL(readdir64);
    return fate("list", name_of(dirfd(folder))) == FAILS ? NULL : real(folder);
}

// ---- The clock -----------------------------------------------------------------------------------------------

static atomic_long looks;
static long jump(void) { return clockJump * (long)(atomic_fetch_add(&looks, 1) % 2 ? 1 : -1); }

int clock_gettime(clockid_t clock, struct timespec *now) {
    REAL(clock_gettime);
    int result = real(clock, now);
    if (clockJump && clock == CLOCK_REALTIME && result == 0) now->tv_sec += jump();
    return result;
}

time_t time(time_t *kept) {
    REAL(time);
    time_t now = real(NULL) + (clockJump ? jump() : 0);
    if (kept) *kept = now;
    return now;
}

int gettimeofday(struct timeval *now, void *zone) {
    REAL(gettimeofday);
    int result = real(now, zone);
    if (clockJump && result == 0) now->tv_sec += jump();
    return result;
}
