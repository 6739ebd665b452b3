"""Makes the simulated walks beside this file: log-distance path loss (-59 dBm at 1 m, exponent 2.2), fading of 5 dB, one body's shadow of 12 dB,
and every tenth packet lost. They are simulated, not recorded at a site; the seed is fixed, so the same walks come out again."""
import math
import random

BEACONS = {"gate": 0.0, "relief": 12.0, "gun": 24.0}  # metres along the path


def walk(name, seed, place, seconds, shadow=lambda t: None, hz=2):
    chance = random.Random(seed)
    with open(name + ".csv", "w", newline="\n") as file:
        file.write("# simulated walk, see simulate.py: ms,beacon,dBm\n")
        for step in range(seconds * hz):
            t = step / hz
            for beacon, at in BEACONS.items():
                metres = max(0.5, math.hypot(place(t) - at, 1.0))
                rssi = -59 - 22 * math.log10(metres) + chance.gauss(0, 5) - (12 if shadow(t) == beacon else 0)
                if rssi > -95 and chance.random() > 0.1:
                    file.write(f"{int(t * 1000)},{beacon},{round(rssi)}\n")


def visit(t):  # stands at each for 30 s, walks 12 m in 12 s between, then goes away
    if t < 30: return 0.0
    if t < 42: return t - 30
    if t < 72: return 12.0
    if t < 84: return 12 + (t - 72)
    if t < 114: return 24.0
    return 24 + 1.4 * (t - 114)


walk("visit", 61, visit, 180)
walk("between", 62, lambda t: 6.0, 120)  # sits on a bench halfway between two
walk("turned-away", 63, lambda t: 12.0, 60, lambda t: "relief" if 20 <= t < 25 else None)  # one's own body in the way for five seconds
walk("passing-by", 64, lambda t: -200 + 8.0 * t, 60)  # past on a motorbike
