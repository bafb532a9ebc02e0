package ganglion.scenario.interchange.compile;

import java.util.Arrays;

/** A vector of which few elements differ from nothing. An element that was touched counts even if it comes to zero. */
final class Spread {

    private final double[] values;
    private final boolean[] isTouched;
    private int[] touched = new int[16];
    private int count;

    Spread(int size) {
        values = new double[size];
        isTouched = new boolean[size];
    }

    void add(int element, double value) {
        values[element] += value;
        if (!isTouched[element]) {
            isTouched[element] = true;
            if (count == touched.length) {
                touched = Arrays.copyOf(touched, Math.min(values.length, 2 * count));
            }
            touched[count++] = element;
        }
    }

    int count() {
        return count;
    }

    int element(int index) {
        return touched[index];
    }

    double value(int element) {
        return values[element];
    }

    void sort() {
        Arrays.sort(touched, 0, count);
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            values[touched[i]] = 0;
            isTouched[touched[i]] = false;
        }
        count = 0;
    }

    double[] toArray() {
        return values.clone();
    }
}
