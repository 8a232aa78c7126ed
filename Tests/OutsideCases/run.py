#!/usr/bin/env python3
"""run.py BINARY [case…]: runs each case in a temporary folder, again with --jobs 1, compares, prints a table. -v: whole differences; -k: keep folders."""
import json, os, shutil, subprocess, sys, tempfile, glob, hashlib

HERE = os.path.dirname(os.path.abspath(__file__))
CASES = os.path.join(HERE, "cases")
NEW = ["invisible-characters", "similar-groups", "mixed-encoding", "field-rarely-found", "amount-units", "amount-scale", "no-records-lines",
       "shared-claim-numbers", "far-off-dates", "no-final-newline", "zero-amounts"]
OURS = {0, 64, 65, 66, 70, 73, 74, 75, 78, 130, 143}
env = {k: v for k, v in os.environ.items() if not k.startswith("AIDSTATS")}
env.update(LC_ALL="C.UTF-8", SWIFT_BACKTRACE="enable=no", TZ="UTC")


def execute(binary, args, cwd, step):
    cmd = [binary] + args
    if step.get("noProc"):
        cmd = ["unshare", "-m", "sh", "-c", 'mount -t tmpfs none /proc && exec "$@"', "sh"] + cmd
    if step.get("proc") == "unreadable":
        cmd = ["unshare", "-m", "sh", "-c", 'mount -t tmpfs none /proc && mkdir -p /proc/self && : > /proc/self/cmdline && exec "$@"', "sh"] + cmd
    if "fsize" in step:
        cmd = ["prlimit", f"--fsize={step['fsize']}"] + cmd
    if "strace" in step:
        cmd = ["strace", "-f", "-qq", "-o", "/dev/null"] + step["strace"] + cmd
    if "tmpfs" in step:
        cmd = ["unshare", "-m", "sh", "-c", f'mkdir -p {step["at"]} && mount -t tmpfs -o size={step["tmpfs"]} none {step["at"]} && exec "$@"', "sh"] + cmd
    stdin = open(os.path.join(cwd, step["stdin"]), "rb") if "stdin" in step else subprocess.DEVNULL
    try:
        p = subprocess.run(cmd, cwd=cwd, stdin=stdin, stdout=open("/dev/full", "wb") if step.get("stdoutFull") else subprocess.PIPE, stderr=subprocess.PIPE, env=env, timeout=120)
    except subprocess.TimeoutExpired:
        return 999, b"", b"timeout"
    return p.returncode, p.stdout or b"", p.stderr


def load(path):
    try:
        with open(path) as f: return json.load(f)
    except Exception: return None


def at(o, path):
    for k in path.split("."):
        if isinstance(o, list): o = o[int(k)] if int(k) < len(o) else "missing"
        elif isinstance(o, dict): o = o.get(k, "missing")
        else: return "missing"
    return o


def check(x, code, out, err, folder, q):
    """Differences between what must be and what is, of one step."""
    d = []
    want = x.get("exit", 0)
    if code not in (want if isinstance(want, list) else [want]): d.append(f"exit {code}, want {want}")
    if code not in OURS and not x.get("anyCode"): d.append(f"exit {code} is none of ours")
    both = (out + err).decode("utf-8", "replace")
    for t in x.get("text", []):
        if not any(a.lower() in both.lower() for a in (t if isinstance(t, list) else [t])): d.append(f"does not say {t}")
    for t in x.get("neverMessages", []):
        if t in both: d.append(f"messages show {t}")
    if code != 0 or want != 0 or x.get("noReport"): return d
    if not any(k in x for k in ("figures", "groups", "balance", "findings", "report", "rejects", "quartersExact", "facts", "factsAbsent", "rejectLines")): return d
    qs = [q] if q else sorted(os.path.basename(p) for p in glob.glob(folder + "/out/t/????Q?"))[-1:]
    rep = load(f"{folder}/out/t/{qs[0]}/report.json") if qs else None
    if rep is None: return d + ["no report.json"]
    if "quarter" in x and rep["quarter"] != x["quarter"]: d.append(f"quarter {rep['quarter']}, want {x['quarter']}")
    got = {}
    for e in rep["quarters"]:
        f = e["figures"]
        got[e["quarter"]] = [f["recipients"], f["personTimes"], f["amountMinor"]] if f else None
    for k, v in x.get("figures", {}).items():
        if got.get(k) != v: d.append(f"{k} is {got.get(k, 'missing')}, want {v}")
    for k in got:
        if "figures" in x and k not in x["figures"] and got[k] and k <= rep["quarter"]: d.append(f"{k} should not be there: {got[k]}")
        if k > rep["quarter"] and not x.get("laterAllowed"): d.append(f"later quarter {k} shown")
    if "quartersExact" in x and sorted(got) != x["quartersExact"]: d.append(f"quarters {sorted(got)[:3]}…{sorted(got)[-2:]} ({len(got)}), want {x['quartersExact']}")
    for field, groups in x.get("groups", {}).items():
        g = {}
        for b in rep["breakdowns"]:
            if b["field"] == field:
                for e in b["groups"]:
                    f = e["figures"]
                    g[e.get("group")] = [f["recipients"], f["personTimes"], f["amountMinor"]] if f else [0, 0, 0]
        for k in set(groups) | set(g):
            a, b = g.get(k), groups.get(k)
            if a != b and not (b == [0, 0, 0] and a is None): d.append(f"group {k!r} is {a}, want {b}")
    b = rep["balance"]
    for k, v in x.get("balance", {}).items():
        if b.get(k, 0) != v: d.append(f"balance {k} {b.get(k, 'missing')}, want {v}")
    for k, v in x.get("money", {}).items():
        if b["amountMinor"].get(k, 0) != v: d.append(f"balance money {k} {b['amountMinor'].get(k, 'missing')}, want {v}")
    if not x.get("rejectsSkip") and "figures" in x and b["rejectedByReason"] != x.get("rejects", {}): d.append(f"rejects {b['rejectedByReason']}, want {x.get('rejects', {})}")
    codes = [f["code"] for f in rep["findings"]]
    for c in x.get("findings", []):
        if c not in codes: d.append(f"no finding {c}")
    for c in x.get("notFindings", []):
        if c in codes: d.append(f"finding {c}")
    for c in NEW:
        if c in codes and c not in x.get("findings", []) and c not in x.get("mayFindings", []): d.append(f"needless finding {c}")
    for t in x.get("findingText", []):
        if t not in json.dumps([f["message"] for f in rep["findings"]], ensure_ascii=False): d.append(f"findings do not say {t}")
    for k, v in x.get("report", {}).items():
        if at(rep, k) != v: d.append(f"report {k} {at(rep, k)!r}, want {v!r}")
    facts = load(f"{folder}/out/t/{rep['quarter']}/facts.json")
    ids = [f["id"] for f in facts["facts"]] if facts else []
    for k in x.get("facts", []):
        if k not in ids: d.append(f"no fact {k}")
    for k in x.get("factsAbsent", []):
        if k in ids: d.append(f"fact {k} stated")
    if "rejectLines" in x:
        import csv
        with open(f"{folder}/out/t/{rep['quarter']}/rejects.csv", encoding="utf-8-sig", newline="") as f:
            rows = [[r[1], r[5]] for r in list(csv.reader(f))[1:]]
        w = [[str(a), b] for a, b in x["rejectLines"]]
        if sorted(rows) != sorted(w): d.append(f"rejects.csv {rows[:6]}, want {w[:6]}")
    if "rejectRows" in x:
        with open(f"{folder}/out/t/{rep['quarter']}/rejects.csv", "rb") as f: n = f.read().count(b"\n") - 1
        if n != x["rejectRows"]: d.append(f"rejects.csv has {n} rows, want {x['rejectRows']}")
    return d


def files(folder):
    for base, _, names in os.walk(folder):
        for n in names:
            yield os.path.join(base, n)


def play(binary, case, spec, jobs):
    """Plays all steps in a fresh folder; gives per alternative the differences, and the folder."""
    folder = tempfile.mkdtemp(prefix="blind-")
    src = os.path.join(CASES, case)
    shutil.copytree(src, folder, dirs_exist_ok=True)
    for n in ("expect.json", "note.md"):
        if os.path.exists(os.path.join(folder, n)): os.remove(os.path.join(folder, n))
    inputs = set(files(folder))
    q = spec.get("quarter")
    alts = spec.get("anyOf") or [spec.get("expect", {})]
    diffs = [[] for _ in alts]
    said = b""
    saved = {}
    steps = spec.get("steps") or [dict(cmd=["run"])]
    for n, s in enumerate(steps):
        if "do" in s:
            p = os.path.join(folder, s.get("path", ""))
            try:
                if s["do"] == "truncate": open(p, "r+b" if os.path.exists(p) else "wb").truncate(s.get("size", 0))
                elif s["do"] == "write": open(p, "w").write(s["data"])
                elif s["do"] == "append": open(p, "a").write(s["data"])
                elif s["do"] == "rm": shutil.rmtree(p) if os.path.isdir(p) else os.remove(p)
                elif s["do"] == "mv":
                    os.rename(p, os.path.join(folder, s["to"]))
                    if p in inputs: inputs.add(os.path.join(folder, s["to"]))
                elif s["do"] == "flip":
                    fs = sorted(glob.glob(p, recursive=True)); f = [x for x in fs if os.path.isfile(x)][s.get("which", 0)]
                    b = bytearray(open(f, "rb").read()); i = s["at"] if s["at"] >= 0 else len(b) + s["at"]
                    if "fraction" in s: i = int(len(b) * s["fraction"])
                    b[i] ^= s.get("xor", 1); open(f, "wb").write(b)
                elif s["do"] == "save": saved[s["as"]] = open(p, "rb").read()
                elif s["do"] == "same":
                    if saved.get(s["as"]) != open(p, "rb").read():
                        for d in diffs: d.append(f"{os.path.basename(p)} differs from {s['as']}")
                elif s["do"] == "mkdir": os.makedirs(p, exist_ok=True)
                elif s["do"] == "snapshot": shutil.copytree(p, os.path.join(folder, s["to"]))
            except Exception as error:
                for d in diffs: d.append(f"step {n}: {error}")
            continue
        if "each" in s:
            for d in each(binary, folder, s, q, spec):
                for x in diffs: x.append(f"step {n}: {d}")
            continue
        a = list(s["cmd"])
        full = a
        if a[0] == "run":
            full = ["run", "pipeline.yaml", "--output", "out", "--lang", s.get("lang", "en")] + (["--quarter", s.get("quarter", q)] if s.get("quarter", q) else []) + spec.get("args", []) + a[1:] + jobs
        code, out, err = execute(binary, full, folder, s)
        said += out + err
        xs = [s["expect"]] * len(alts) if "expect" in s else alts
        for i, x in enumerate(xs):
            dd = check(x, code, out, err, folder, s.get("quarter", q))
            diffs[i] += [(f"step {n} {a[0]}: " if len(steps) > 1 else "") + t for t in dd]
            if dd and os.environ.get("SAY"): sys.stderr.write((out + err).decode("utf-8", "replace"))
        if "saveOut" in s: saved[s["saveOut"]] = out
    # what must never appear in any output
    texts = [(("messages"), said)] + [(os.path.relpath(f, folder), open(f, "rb").read()) for f in files(folder) if f not in inputs and not os.path.islink(f) and os.path.isfile(f) and not f.endswith(".key")]
    for i, x in enumerate(alts):
        for t in set(spec.get("neverIDs", []) + x.get("never", [])):
            b = t.encode()
            for where, data in texts:
                if b in data:
                    # names of files are in the report as they are on disk only where a case says so
                    diffs[i].append(f"{where} shows {t[:2] + '…' if t in spec.get('neverIDs', []) else t}"); break
    return diffs, folder, said


def full_args(a, q, jobs=()):
    return ["run", "pipeline.yaml", "--output", "out", "--lang", "en"] + (["--quarter", q] if q else []) + a[1:] + list(jobs) if a[0] == "run" else a


def keep(folder, names):
    k = tempfile.mkdtemp(prefix="blind-keep-")
    for n in names:
        p = os.path.join(folder, n)
        if os.path.isdir(p): shutil.copytree(p, os.path.join(k, n))
        elif os.path.exists(p): shutil.copy2(p, os.path.join(k, n))
    return k


def back(folder, names, k):
    for n in names:
        p, o = os.path.join(folder, n), os.path.join(k, n)
        if os.path.isdir(p): shutil.rmtree(p)
        elif os.path.exists(p): os.remove(p)
        if os.path.isdir(o): shutil.copytree(o, p)
        elif os.path.exists(o): shutil.copy2(o, p)


def each(binary, folder, s, q, spec):
    """Steps that are played at many places: one byte flipped here and there; killed, or an error, at the n-th system call."""
    d = []
    names = s["state"]
    k = keep(folder, names)
    try:
        if s["each"] == "flip":
            plain = [execute(binary, full_args(a, q), folder, {})[:2] for a in s["cmds"]] if s.get("orSame") else []
            back(folder, names, k)
            for f in sorted({f for g in s["path"].split(",") for f in glob.glob(os.path.join(folder, g))}):
                if not os.path.isfile(f): continue
                size = os.path.getsize(f)
                for at in sorted({min(size - 1, int(size * x)) for x in s["fractions"]}):
                    b = bytearray(open(f, "rb").read()); b[at] ^= s.get("xor", 1); open(f, "wb").write(b)
                    for m, a in enumerate(s["cmds"]):
                        code, out, err = execute(binary, full_args(a, q), folder, {})
                        # a command that does not need the byte may well say the same as before; verify and run may not
                        if s.get("orSame") and a[:2] in (["register", "export"], ["register", "people"]) and (code, out) == plain[m]: continue
                        both = (out + err).decode("utf-8", "replace")
                        if code not in s["exit"]: d.append(f"{os.path.basename(f)} byte {at}: {' '.join(a[:2])} exit {code}, want {s['exit']}")
                        for t in s.get("text", []):
                            if not any(w.lower() in both.lower() for w in (t if isinstance(t, list) else [t])): d.append(f"{os.path.basename(f)} byte {at}: {a[0]} does not say {t}")
                    back(folder, names, k)
        else:
            for n in range(s.get("from", 1), s["to"] + 1, s.get("by", 1)):
                what = s["what"].format(n=n)
                args = ["-e", "trace=" + s["calls"], "-e", f"inject={s['calls']}:{what}"]
                for p in s.get("paths", []): args += ["-P", os.path.join(folder, p)]
                code, out, err = execute(binary, full_args(s["cmd"], q), folder, dict(strace=args))
                both = (out + err).decode("utf-8", "replace")
                killed = code in (137, -9, 128 + 9)
                hit = code != 0
                if not killed and code not in s.get("codes", list(OURS)): d.append(f"{what}: exit {code}, want one of {s.get('codes', 'ours')}: {both[-90:]!r}")
                for t in s.get("never", []):
                    if hit and t.lower() in both.lower(): d.append(f"{what}: says {t}")
                if s.get("standing") and code not in (0,) and not killed and os.path.exists(os.path.join(folder, s["standing"])):
                    if not any(w in both.lower() for w in s["standingText"]): d.append(f"{what}: exit {code}, {s['standing']} stands, and it is not said")
                for a, codes in s.get("after", []):
                    c2, o2, e2 = execute(binary, full_args(a, q), folder, {})
                    if c2 not in codes: d.append(f"after {what}: {' '.join(a[:2])} exit {c2}, want {codes}: {(o2 + e2).decode('utf-8', 'replace')[-90:]!r}")
                back(folder, names, k)
                if not hit: break
    finally:
        back(folder, names, k); shutil.rmtree(k, ignore_errors=True)
    if len(d) > 4: d = d[:4] + [f"… {len(d)} in all"]
    return d


def tree(folder):
    out = {}
    for f in files(folder):
        r = os.path.relpath(f, folder)
        if r.startswith("out/") and not r.endswith(("manifest.json", ".sqlite", ".lock", "-journal")) and not r.endswith(".prom"): out[r] = hashlib.sha256(open(f, "rb").read()).hexdigest()
    return out


def main():
    argv = [a for a in sys.argv[1:] if a not in ("-v", "-k")]
    verbose, keep = "-v" in sys.argv, "-k" in sys.argv
    if not argv: sys.exit(__doc__)
    binary = os.path.abspath(argv[0])
    names = argv[1:] or sorted(os.listdir(CASES))
    names = sorted({n for a in names for n in ([a] if os.path.isdir(os.path.join(CASES, a)) else [c for c in sorted(os.listdir(CASES)) if c.startswith(a)])})
    rows, total = {}, {}
    for n in names:
        spec = load(os.path.join(CASES, n, "expect.json"))
        if spec is None: continue
        d1, f1, _ = play(binary, n, spec, [])
        once = spec.get("once")
        d2, f2, _ = (d1, f1, b"") if once else play(binary, n, spec, ["--jobs", "1"])
        best = min(range(len(d1)), key=lambda i: len(d1[i]))
        d = list(dict.fromkeys(d1[best]))
        e = [t for t in dict.fromkeys(d2[best]) if t not in d]
        d += ["--jobs 1: " + t for t in e]
        if not once:
            t1, t2 = tree(f1), tree(f2)
            if t1 != t2: d.append("--jobs 1 writes other bytes: " + ", ".join(sorted(k for k in set(t1) | set(t2) if t1.get(k) != t2.get(k))[:3]))
        verdict = "ok" if not d else ("wrong?" if spec.get("arguable") else "WRONG")
        for r in spec["rows"]: rows.setdefault(r, []).append((n, verdict))
        total[verdict] = total.get(verdict, 0) + 1
        text = "; ".join(d)
        print(f"{n:<44} {verdict:<7} {text if verbose else text[:230]}", flush=True)
        if keep: print("   ", f1)
        else: shutil.rmtree(f1, ignore_errors=True)
        shutil.rmtree(f2, ignore_errors=True)
    print("\nrow: cases, ok, wrong, arguable")
    for r in sorted(rows, key=str): print(f"{r}: {len(rows[r])}, {sum(v == 'ok' for _, v in rows[r])}, {sum(v == 'WRONG' for _, v in rows[r])}, {sum(v == 'wrong?' for _, v in rows[r])}")
    print("all:", total)
    sys.exit(1 if total.get("WRONG") else 0)


if __name__ == "__main__": main()
