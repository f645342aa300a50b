"""Fits the constants of Sources/Formulas/GPU/ServingCalibration.swift to measured rows.

    python3 Tests/referees/gpu_fit.py ../shared     # needs numpy and scipy

Prints the constants and the errors in sample and with whole configurations left out.
"""
import collections, csv, math, re, sys
import numpy as np
from scipy.optimize import least_squares, minimize

SHARED = sys.argv[1] if len(sys.argv) > 1 else "../shared"
# parameters, layers, hidden, heads, key-value heads, head size, vocabulary (model cards)
MODELS = {
    "Llama-3.1-8B": (8.03e9, 32, 4096, 32, 8, 128, 128256),
    "Llama-3.1-70B": (70.55e9, 80, 8192, 64, 8, 128, 128256),
    "Llama-3.3-70B": (70.55e9, 80, 8192, 64, 8, 128, 128256),
    "Llama-3.1-405B": (405.85e9, 126, 16384, 128, 8, 128, 128256),
    "Qwen3-32B": (32.76e9, 64, 5120, 64, 8, 128, 151936),
    "Llama-2-70B": (68.98e9, 80, 8192, 64, 8, 128, 32000),
    "Llama-2-7B": (6.74e9, 32, 4096, 32, 32, 128, 32000),
    "GPT-J-6B": (6.05e9, 28, 4096, 16, 16, 256, 50400),
    "Falcon-180B": (179.5e9, 80, 14848, 232, 8, 64, 65024),
    "Qwen2.5-7B": (7.62e9, 28, 3584, 28, 4, 128, 152064),
    "Qwen3-235B-A22B": (235e9, 94, 4096, 64, 4, 128, 151936),
    "gpt-oss-120b": (116.8e9, 36, 2880, 64, 8, 64, 201088),
}
EXPERTS = {"Qwen3-235B-A22B": (22e9, 128, 8), "gpt-oss-120b": (5.1e9, 128, 4)}
WEIGHT = {"bf16": 2, "fp8": 1, "fp4": 0.5625}
# Settled by comparison, not by the optimiser.
ROOM, MOST_SEQUENCES, USABLE, ATTENTION = 0.75, 2048, 0.9, 0.77
GPUS = {r["gpu"]: r for r in csv.DictReader(open(SHARED + "/data/gpu_specs.csv"))}


def prepare(row):
    row = dict(row)
    row["i"], row["o"] = float(row["input_tokens"]), float(row["output_tokens"])
    row["n"], row["v"] = int(row["tp"]), float(row["value"])
    batch = row["batch_or_concurrency"]
    row["c"] = math.inf if batch == "max" else float(batch) if re.match(r"^[\d.]+$", batch) else 1
    row["p"] = "bf16" if row["precision"] in ("fp16", "bf16") else row["precision"]
    engine = re.search(r"backend=(\w+)", row["source"])
    row["key"] = (engine.group(1) if engine else "doc", row["model"], row["gpu"], row["p"], row["n"])
    return row


ROWS = [prepare(r) for r in csv.DictReader(open(SHARED + "/oracles/gpu_measured.csv"))
        if r["kind"] in ("llm_infer", "llm_infer_moe")]


def step(row, P, b):
    N, L, d, h, g, k, V = MODELS[row["model"]]
    gpu, n, w = GPUS[row["gpu"]], row["n"], WEIGHT[row["p"]]
    peak16 = float(gpu["bf16_tflops_dense"]) * 1e12
    peak = {"bf16": peak16, "fp8": float(gpu["fp8_tflops_dense"] or 0) * 1e12,
            "fp4": float(gpu["fp4_tflops_dense"] or gpu["fp8_tflops_dense"] or 0) * 1e12}[row["p"]] or peak16
    B, X = float(gpu["mem_bw_gbs"]) * 1e9, float(gpu["link_gbs_per_dir"]) * 1e9
    experts = EXPERTS.get(row["model"])
    active = experts[0] if experts else N
    ec = P["ec_" + row["p"]]

    def gemm(t):
        touched = N
        if experts:
            each = (N - active) / (experts[1] - experts[2])
            touched = active - experts[2] * each + each * experts[1] * (1 - (1 - experts[2] / experts[1]) ** t)
        bytes_ = (touched - 2 * V * d) * w + 2 * V * d
        return max(bytes_ / (n * B * P["ew"]), 2 * (active - V * d) * t / (n * peak * ec))

    def comm(t):
        return 4 * L * (n - 1) / n * t * d * 2 / (X * P["en"]) if n > 1 else 0

    q = 2 * L * g * k * (2 if row["p"] == "bf16" else 1)
    shards = min(n, g)
    layer = P["t1"] + (P["tm"] if experts else 0)
    decode = gemm(b) + b * (row["i"] + row["o"] / 2) * q / (shards * B * P["ek"]) + comm(b) + L * layer + b * P["t2"]
    prefill = (2 * (active - V * d) * row["i"] / (n * peak * ec)
               + 2 * L * h * k * row["i"] ** 2 / (n * peak16 * ATTENTION) + comm(row["i"]))
    held = (N - 2 * V * d) * w + 4 * V * d
    room = USABLE * float(gpu["mem_gb"]) * 1e9 * n - held - P["act"] * n
    limit = room / (q * n / shards * (row["i"] + ROOM * row["o"]))
    return decode, prefill, min(max(1, limit), MOST_SEQUENCES)


def predict(row, P):
    _, _, limit = step(row, P, 1)
    metric = row["metric"]
    b = row["c"] if metric == "output_throughput_per_gpu" else min(row["c"], limit)
    decode, prefill, _ = step(row, P, b)
    tpot = decode + b / row["o"] * prefill
    if metric == "tpot_mean":
        return tpot * 1e3
    if metric == "output_throughput_total":
        return b / tpot
    if metric == "output_throughput_per_gpu":
        return b / tpot / row["n"]
    if metric == "ttft_single":
        return (prefill + decode) * 1e3
    wait = (row["c"] - b) / b * row["o"] * tpot
    return (P["api"] + prefill * (1 + P["wave"] * b) + P["join"] * b + decode / 2 + wait) * 1e3


NAMES = ["ew", "ek", "ec_bf16", "ec_fp8", "ec_fp4", "en", "t1", "t2", "act", "tm"]
START = dict(ew=.93, ek=.82, ec_bf16=.8, ec_fp8=.57, ec_fp4=.36, en=.59, t1=66e-6, t2=5e-6, act=2e9, tm=3e-5)
SHARE = {"tpot_mean": 1, "output_throughput_total": 1.5, "output_throughput_per_gpu": .5, "ttft_single": .5}


def fit(rows):
    used = [r for r in rows if r["metric"] in SHARE]

    def residuals(x):
        P = dict(zip(NAMES, np.exp(x)))
        return [(0.3 if r["kind"] != "llm_infer" else 1) * SHARE[r["metric"]] * math.log(predict(r, P) / r["v"])
                for r in used]

    P = dict(zip(NAMES, np.exp(least_squares(
        residuals, [math.log(START[n]) for n in NAMES], loss="soft_l1", f_scale=.1).x)))
    first = [r for r in rows if r["metric"] == "ttft_mean" and r["kind"] == "llm_infer"]

    def outside(x):  # a smooth count of rows beyond a factor of two, with a little of the error
        Q = dict(P, api=math.exp(x[0]), wave=math.exp(x[1]), join=math.exp(x[2]))
        e = np.array([abs(math.log(predict(r, Q) / r["v"])) for r in first])
        return np.mean(1 / (1 + np.exp(-(e - .67) / .04))) + .1 * np.mean(np.minimum(e, 1))

    best = min((minimize(outside, np.log([a, w, j]), method="Nelder-Mead", options={"maxiter": 2000})
                for a in (.05, .08, .11) for w in (.03, .06) for j in (.0005, .0014, .003)), key=lambda o: o.fun)
    return dict(P, api=math.exp(best.x[0]), wave=math.exp(best.x[1]), join=math.exp(best.x[2]))


def report(title, pairs):
    groups = collections.defaultdict(list)
    for row, value in pairs:
        groups[(row["kind"], row["metric"])].append(value / row["v"])
    print(title)
    for key, ratios in sorted(groups.items()):
        x = np.array(ratios)
        e = abs(x - 1)
        print("  %-14s %-26s %3d rows  MAPE %5.1f %%  median %5.1f %%  within x0.5..2 %3.0f %%" % (
            *key, len(x), 100 * e.mean(), 100 * np.median(e), 100 * ((x > .5) & (x < 2)).mean()))


if __name__ == "__main__":
    P = fit(ROWS)
    print({k: float("%.4g" % v) for k, v in P.items()})
    report("in sample", [(r, predict(r, P)) for r in ROWS])
    keys, held = sorted({r["key"] for r in ROWS}), []
    for fold in range(6):
        out = set(keys[fold::6])
        Q = fit([r for r in ROWS if r["key"] not in out])
        held += [(r, predict(r, Q)) for r in ROWS if r["key"] in out]
    report("whole configurations left out, six folds", held)
    for name in ("gpu", "model"):
        held = []
        for one in sorted({r[name] for r in ROWS}):
            out = [r for r in ROWS if r[name] == one]
            Q = fit([r for r in ROWS if r[name] != one])
            held += [(r, predict(r, Q)) for r in out]
        report("one %s left out at a time" % name, held)
