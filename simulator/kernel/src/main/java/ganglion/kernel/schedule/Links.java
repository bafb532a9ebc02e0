package ganglion.kernel.schedule;

import java.util.Arrays;

/** Which cores are on which host, and which of them reach other hosts. Found once and shared by all hosts; never changes. */
final class Links {

    private static final int[] NO_CORES = {};

    private final int[] hostOf;

    /** By host, and by another host that they reach: numbers of cores, ascending. */
    private final int[][][] reaching;

    /**
     * @param hostOf number of the host of each core
     * @param hostCount number of hosts; they are numbered from 0
     */
    Links(int[] hostOf, int hostCount, Wiring wiring) {
        this.hostOf = hostOf;
        this.reaching = new int[hostCount][hostCount][];
        int[][] counts = new int[hostCount][hostCount];
        forEach(wiring, (core, from, to) -> counts[from][to]++);
        for (int from = 0; from < hostCount; from++) {
            for (int to = 0; to < hostCount; to++) {
                reaching[from][to] = counts[from][to] == 0 ? NO_CORES : new int[counts[from][to]];
                counts[from][to] = 0;
            }
        }
        forEach(wiring, (core, from, to) -> reaching[from][to][counts[from][to]++] = core);
    }

    /** A core of a host that reaches a core of another. */
    private interface Link {

        void take(int core, int from, int to);
    }

    /** Names each core, ascending, with every other host that it reaches, once each. */
    private void forEach(Wiring wiring, Link link) {
        int[] lastCore = new int[hostCount()];
        Arrays.fill(lastCore, -1);
        for (int core = 0; core < hostOf.length; core++) {
            for (int target : wiring.targets()[core]) {
                int to = hostOf[target];
                if (to != hostOf[core] && lastCore[to] != core) {
                    lastCore[to] = core;
                    link.take(core, hostOf[core], to);
                }
            }
        }
    }

    int hostCount() {
        return reaching.length;
    }

    int hostOf(int core) {
        return hostOf[core];
    }

    /** The cores of one host that reach a core of another, ascending; not to be changed. */
    int[] reaching(int from, int to) {
        return reaching[from][to];
    }
}
