"""Speeds of well-known programs on the benchmark's inputs, one name=value a line."""
import sys, time
import numpy, yaml


def best(runs, body):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        body()
        times.append(time.perf_counter() - start)
    return min(times)


data = open(sys.argv[1], "rb").read()
if hasattr(yaml, "CLoader"):
    def events():
        for _ in yaml.parse(data, Loader=yaml.CLoader):
            pass
    print(f"yaml_mb_per_second={len(data) / 1e6 / best(2, events)}")
else:
    print("SKIPPED: PyYAML has no C parser here", file=sys.stderr)

# Erlang B by its recursion over 4,096 loads at once: nanoseconds of one step of one load.
loads = numpy.linspace(0.5, 60, 4096)


def erlang():
    inverse = numpy.ones_like(loads)
    for servers in range(1, 65):
        inverse = 1 + inverse * servers / loads


print(f"erlang_ns_per_step={best(20, erlang) * 1e9 / (64 * len(loads))}")


# M/M/3 at 80 % in SimPy: customers a second of one process.
try:
    import random, simpy
except ImportError:
    print("SKIPPED: SimPy is not here", file=sys.stderr)
else:
    def simulate(customers=100_000):
        environment = simpy.Environment()
        workers = simpy.Resource(environment, capacity=3)
        dice = random.Random(1)

        def customer():
            with workers.request() as turn:
                yield turn
                yield environment.timeout(dice.expovariate(1.0))

        def source():
            for _ in range(customers):
                yield environment.timeout(dice.expovariate(2.4))
                environment.process(customer())

        environment.process(source())
        environment.run()

    print(f"simulated_requests_per_second={100_000 / best(2, simulate)}")
