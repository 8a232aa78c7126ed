// Swift reads the command line from /proc, which a container or a chroot may lack: then there are no words,
// and every command would do nothing. The C library hands them to each constructor.
#include "CArguments.h"

static int count;
static char **arguments;

__attribute__((constructor)) static void keep(int argc, char **argv) {
    count = argc;
    arguments = argv;
}

int aid_argument_count(void) { return count; }

const char *aid_argument(int index) { return arguments[index]; }
