package ganglion.hardware.latency;

/**
 * The cores that have messages to send, the earliest at the top. A binary heap whose moves are those of
 * the C++ standard library in its GNU form (bits/stl_heap.h), so that cores with equal times are served in the same order as
 * in SANA-FE, whose results depend on it. Not thread safe.
 */
final class SendQueue {

    private final int[] cores;
    private final double[] times;
    private int size;

    SendQueue(int capacity) {
        cores = new int[capacity];
        times = new double[capacity];
    }

    boolean isEmpty() {
        return size == 0;
    }

    int core() {
        return cores[0];
    }

    double time() {
        return times[0];
    }

    void push(int core, double time) {
        size++;
        rise(size - 1, core, time);
    }

    void pop() {
        size--;
        int core = cores[size];
        double time = times[size];
        int hole = 0;
        int child = 0;
        while (child < (size - 1) / 2) {
            child = 2 * (child + 1);
            if (times[child] > times[child - 1]) {
                child--;
            }
            move(child, hole);
            hole = child;
        }
        if ((size & 1) == 0 && child == (size - 2) / 2) {
            child = 2 * (child + 1);
            move(child - 1, hole);
            hole = child - 1;
        }
        if (size > 0) {
            rise(hole, core, time);
        }
    }

    private void rise(int from, int core, double time) {
        int hole = from;
        int parent = (hole - 1) / 2;
        while (hole > 0 && times[parent] > time) {
            move(parent, hole);
            hole = parent;
            parent = (hole - 1) / 2;
        }
        cores[hole] = core;
        times[hole] = time;
    }

    private void move(int from, int to) {
        cores[to] = cores[from];
        times[to] = times[from];
    }
}
