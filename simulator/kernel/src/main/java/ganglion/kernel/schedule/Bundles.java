package ganglion.kernel.schedule;

import java.util.stream.IntStream;

/** Things that are together: each bundle is known by the first thing in it. Not thread-safe. */
final class Bundles {

    private final int[] towards;

    /** Each thing by itself. */
    Bundles(int count) {
        this.towards = IntStream.range(0, count).toArray();
    }

    /** The first thing that is together with one. */
    int of(int thing) {
        int first = thing;
        while (towards[first] != first) {
            towards[first] = towards[towards[first]];
            first = towards[first];
        }
        return first;
    }

    /** Puts two together, and all that each is together with. */
    void join(int one, int other) {
        int first = of(one);
        int second = of(other);
        towards[Math.max(first, second)] = Math.min(first, second);
    }

    /** For each thing the number of its bundle: they are numbered from 0, by their first things. */
    int[] numbers() {
        int[] numbers = new int[towards.length];
        int next = 0;
        for (int thing = 0; thing < numbers.length; thing++) {
            numbers[thing] = of(thing) == thing ? next++ : numbers[of(thing)];
        }
        return numbers;
    }
}
