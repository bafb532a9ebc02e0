package ganglion.learning.fast.arithmetic;

import ganglion.learning.surrogate.Negligible;

/**
 * The inner loops. Each compiles to vector instructions, which is why they are many and small; see the package
 * description. Arrays that are written to differ from all others.
 */
public final class Kernels {

    private Kernels() {}

    /** {@code c += a}. */
    public static void add(float[] c, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            c[i] += a[i];
        }
    }

    /** {@code c += sum of the rows a[k]} for the numbers {@code k} of a list, several rows at a time. */
    static void addRows(float[] c, float[][] a, int[] list, int from, int end, int n) {
        int k = from;
        for (; k + 6 <= end; k += 6) {
            add6(c, a[list[k]], a[list[k + 1]], a[list[k + 2]], a[list[k + 3]], a[list[k + 4]], a[list[k + 5]], n);
        }
        if (k + 4 <= end) {
            add4(c, a[list[k]], a[list[k + 1]], a[list[k + 2]], a[list[k + 3]], n);
            k += 4;
        }
        switch (end - k) {
            case 3 -> add3(c, a[list[k]], a[list[k + 1]], a[list[k + 2]], n);
            case 2 -> add2(c, a[list[k]], a[list[k + 1]], n);
            case 1 -> add(c, a[list[k]], n);
            default -> {}
        }
    }

    /** {@code c += a0 + a1}. */
    private static void add2(float[] c, float[] a0, float[] a1, int n) {
        for (int i = 0; i < n; i++) {
            c[i] += a0[i] + a1[i];
        }
    }

    /** {@code c += a0 + a1 + a2}. */
    private static void add3(float[] c, float[] a0, float[] a1, float[] a2, int n) {
        for (int i = 0; i < n; i++) {
            c[i] += a0[i] + a1[i] + a2[i];
        }
    }

    /** {@code c += a0 + a1 + a2 + a3}. */
    private static void add4(float[] c, float[] a0, float[] a1, float[] a2, float[] a3, int n) {
        for (int i = 0; i < n; i++) {
            c[i] += (a0[i] + a1[i]) + (a2[i] + a3[i]);
        }
    }

    /** {@code c += a0 + ... + a5}; a loop over seven arrays would not be vectorised any more. */
    private static void add6(float[] c, float[] a0, float[] a1, float[] a2, float[] a3, float[] a4, float[] a5, int n) {
        for (int i = 0; i < n; i++) {
            c[i] += ((a0[i] + a1[i]) + (a2[i] + a3[i])) + (a4[i] + a5[i]);
        }
    }

    /** {@code c += s a}. */
    public static void addScaled(float[] c, float s, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = Math.fma(s, a[i], c[i]);
        }
    }

    /** {@code c += s0 a0 + s1 a1 + s2 a2}, with the three factors at {@code s[k]} and on. */
    static void addScaled3(float[] c, float[] s, int k, float[] a0, float[] a1, float[] a2, int n) {
        float s0 = s[k];
        float s1 = s[k + 1];
        float s2 = s[k + 2];
        for (int i = 0; i < n; i++) {
            c[i] = Math.fma(s2, a2[i], Math.fma(s1, a1[i], Math.fma(s0, a0[i], c[i])));
        }
    }

    /**
     * {@link #addScaled3} of three rows at once: {@code c += s a}, {@code d += t a}, {@code e += u a}. Each sum begins with
     * another of the rows: as the compiler forms vectors of the operations that use a value, it would mix up the sums if all began with
     * the same, and give up.
     */
    static void addScaled3To3(
            float[] c,
            float[] d,
            float[] e,
            float[] s,
            float[] t,
            float[] u,
            int k,
            float[] a0,
            float[] a1,
            float[] a2,
            int n) {
        float s0 = s[k];
        float s1 = s[k + 1];
        float s2 = s[k + 2];
        float t0 = t[k];
        float t1 = t[k + 1];
        float t2 = t[k + 2];
        float u0 = u[k];
        float u1 = u[k + 1];
        float u2 = u[k + 2];
        for (int i = 0; i < n; i++) {
            float x0 = a0[i];
            float x1 = a1[i];
            float x2 = a2[i];
            float y0 = Math.fma(s2, x2, Math.fma(s1, x1, Math.fma(s0, x0, c[i])));
            float y1 = Math.fma(t0, x0, Math.fma(t2, x2, Math.fma(t1, x1, d[i])));
            float y2 = Math.fma(u1, x1, Math.fma(u0, x0, Math.fma(u2, x2, e[i])));
            c[i] = y0;
            d[i] = y1;
            e[i] = y2;
        }
    }

    /** {@code c += a b}. */
    public static void addProduct(float[] c, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            c[i] += a[i] * b[i];
        }
    }

    /** {@code c -= a b}. */
    public static void subtractProduct(float[] c, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            c[i] -= a[i] * b[i];
        }
    }

    /** {@code c -= a}. */
    public static void subtract(float[] c, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            c[i] -= a[i];
        }
    }

    /** {@code c *= a}, zero where that is negligible. */
    public static void multiply(float[] c, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = (c[i] * a[i] + Negligible.GRID) - Negligible.GRID;
        }
    }

    /** {@code c = a b}. */
    public static void product(float[] c, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = a[i] * b[i];
        }
    }

    /** {@code c = a - b}. */
    public static void difference(float[] c, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = a[i] - b[i];
        }
    }

    /** {@code c = decay old + input}, zero where that is negligible: one step of a leak. */
    public static void leak(float[] c, float[] decay, float[] old, float[] input, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = (decay[i] * old[i] + input[i] + Negligible.GRID) - Negligible.GRID;
        }
    }

    /** {@code c = s a}, zero where that is negligible. */
    public static void scaled(float[] c, float s, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = (s * a[i] + Negligible.GRID) - Negligible.GRID;
        }
    }

    /** {@code c = a + s b}. */
    public static void sumScaled(float[] c, float[] a, float s, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = a[i] + s * b[i];
        }
    }

    /** {@code c = s (a - m) + z}. */
    public static void normalise(float[] c, float[] a, float[] m, float[] s, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = s[i] * (a[i] - m[i]) + z[i];
        }
    }

    /** {@code c = s c - r (z + k (a - m))}: the backward pass through {@link #normalise} and the statistics. */
    public static void denormalise(float[] c, float[] s, float r, float[] z, float[] k, float[] a, float[] m, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = s[i] * c[i] - r * (z[i] + k[i] * (a[i] - m[i]));
        }
    }

    /** {@code c += (a - m)^2}. */
    public static void addSquaredDistance(float[] c, float[] a, float[] m, int n) {
        for (int i = 0; i < n; i++) {
            c[i] += (a[i] - m[i]) * (a[i] - m[i]);
        }
    }

    /** {@code c += g (a - m)}. */
    public static void addProductWithDistance(float[] c, float[] g, float[] a, float[] m, int n) {
        for (int i = 0; i < n; i++) {
            c[i] += g[i] * (a[i] - m[i]);
        }
    }
}
