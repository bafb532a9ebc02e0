"""Hosts that reach each other only through this process, which delays and loses their packets and cuts their links.

  python3 hub.py HOSTS DELAY LOSS SEED

Makes HOSTS network namespaces without names. Host number N, from 1, has the address 10.77.0.N on a tun device, and nothing else but its
loopback. A packet from host to host takes DELAY milliseconds, and is lost with the probability LOSS: what `tc netem` does where a kernel
has it. Says for each host "host N PID", the number of a process whose network namespace is that of the host, then "ready". Obeys lines
"cut N" and "heal N" on standard input, each of which it repeats when done. When standard input ends, it kills all processes in the
namespaces and ends; namespaces and devices go with it, however it ends. Needs root, Linux, and the commands ip, unshare and nsenter.
"""

import fcntl
import heapq
import os
import random
import select
import signal
import struct
import subprocess
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN_WITHOUT_HEADER = 0x0001 | 0x1000
LARGEST_PACKET = 65536


def namespace(pid):
    return os.readlink(f"/proc/{pid}/ns/net")


class Host:
    """A network namespace, held by a process that ends with this one."""

    def __init__(self, number):
        self.holder = subprocess.Popen(["unshare", "--net", "cat"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        pid = str(self.holder.pid)
        while namespace(pid) == namespace("self"):
            time.sleep(0.01)
        self.cut = False
        self.tun = os.open("/dev/net/tun", os.O_RDWR)
        answer = fcntl.ioctl(self.tun, TUNSETIFF, struct.pack("16sH22x", b"ganglion%d", IFF_TUN_WITHOUT_HEADER))
        device = answer[:16].rstrip(b"\0").decode()
        os.set_blocking(self.tun, False)
        subprocess.run(["ip", "link", "set", device, "netns", pid], check=True)
        inside = ["nsenter", "--net", "--target", pid, "ip"]
        subprocess.run([*inside, "link", "set", "lo", "up"], check=True)
        subprocess.run([*inside, "addr", "add", f"10.77.0.{number}/24", "dev", device], check=True)
        subprocess.run([*inside, "link", "set", device, "up"], check=True)

    def end(self):
        """Kills all processes in the namespace."""
        mine = namespace(self.holder.pid)
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                if namespace(pid) == mine:
                    os.kill(int(pid), signal.SIGKILL)
            except OSError:
                pass  # it has ended by itself


class Hub:
    """Carries packets between hosts."""

    def __init__(self, hosts, delay, loss, draw):
        self.hosts = hosts
        self.delay = delay
        self.loss = loss
        self.draw = draw
        self.waiting = []  # (when it is due, its number, host, packet)
        self.count = 0

    def take(self, source):
        packet = os.read(source.tun, LARGEST_PACKET)
        target = packet[19] - 1 if len(packet) >= 20 and packet[0] >> 4 == 4 and packet[16:19] == b"\x0a\x4d\x00" else -1
        if 0 <= target < len(self.hosts) and not source.cut and self.draw.random() >= self.loss:
            self.count += 1
            heapq.heappush(self.waiting, (time.monotonic() + self.delay, self.count, self.hosts[target], packet))

    def deliver(self):
        """Hands over what is due; how many seconds until more is."""
        while self.waiting:
            due, _, host, packet = self.waiting[0]
            rest = due - time.monotonic()
            if rest > 0:
                return rest
            heapq.heappop(self.waiting)
            if not host.cut:
                try:
                    os.write(host.tun, packet)
                except OSError:
                    pass  # a host that takes no more loses it
        return None

    def obey(self, line):
        word, number = line.split()
        self.hosts[int(number) - 1].cut = word == "cut"
        print(line, flush=True)

    def serve(self):
        commands = b""
        while True:
            ready, _, _ = select.select([0, *(host.tun for host in self.hosts)], [], [], self.deliver())
            for host in self.hosts:
                if host.tun in ready:
                    self.take(host)
            if 0 in ready:
                read = os.read(0, 4096)
                if not read:
                    return
                *lines, commands = (commands + read).split(b"\n")
                for line in lines:
                    self.obey(line.decode())


def main():
    count, delay, loss, seed = sys.argv[1:]
    hosts = []
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    signal.signal(signal.SIGINT, lambda *_: sys.exit())
    try:
        for number in range(1, int(count) + 1):
            hosts.append(Host(number))
            print("host", number, hosts[-1].holder.pid, flush=True)
        print("ready", flush=True)
        Hub(hosts, float(delay) / 1000, float(loss), random.Random(int(seed))).serve()
    finally:
        for host in hosts:
            host.end()


if __name__ == "__main__":
    main()
