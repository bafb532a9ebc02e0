package ganglion.learning.fast;

/**
 * The inner loops. Each compiles to vector instructions, which is why there are so many, so small; see the package
 * description. Arrays that are written to differ from all others.
 */
final class Kernels {

    private Kernels() {}

    /** {@code c += a}. */
    static void add(float[] c, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            c[i] += a[i];
        }
    }

    /** {@code c += a0 + a1}. */
    static void add2(float[] c, float[] a0, float[] a1, int n) {
        for (int i = 0; i < n; i++) {
            c[i] += a0[i] + a1[i];
        }
    }

    /** {@code c += a0 + a1 + a2}. */
    static void add3(float[] c, float[] a0, float[] a1, float[] a2, int n) {
        for (int i = 0; i < n; i++) {
            c[i] += a0[i] + a1[i] + a2[i];
        }
    }

    /** {@code c += a0 + a1 + a2 + a3}. */
    static void add4(float[] c, float[] a0, float[] a1, float[] a2, float[] a3, int n) {
        for (int i = 0; i < n; i++) {
            c[i] += (a0[i] + a1[i]) + (a2[i] + a3[i]);
        }
    }

    /** {@code c += s a}. */
    static void addScaled(float[] c, float s, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            c[i] += s * a[i];
        }
    }

    /** {@code c += s0 a0 + s1 a1 + s2 a2 + s3 a3}, with the four factors at {@code s[k]} and on. */
    static void addScaled4(float[] c, float[] s, int k, float[] a0, float[] a1, float[] a2, float[] a3, int n) {
        float s0 = s[k];
        float s1 = s[k + 1];
        float s2 = s[k + 2];
        float s3 = s[k + 3];
        for (int i = 0; i < n; i++) {
            c[i] += s0 * a0[i] + s1 * a1[i] + s2 * a2[i] + s3 * a3[i];
        }
    }

    /** {@code c += a b}. */
    static void addProduct(float[] c, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            c[i] += a[i] * b[i];
        }
    }

    /** {@code c -= a b}. */
    static void subtractProduct(float[] c, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            c[i] -= a[i] * b[i];
        }
    }

    /** {@code c -= a}. */
    static void subtract(float[] c, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            c[i] -= a[i];
        }
    }

    /** {@code c *= a}. */
    static void multiply(float[] c, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            c[i] *= a[i];
        }
    }

    /** {@code c = a b}. */
    static void product(float[] c, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = a[i] * b[i];
        }
    }

    /** {@code c = a - b}. */
    static void difference(float[] c, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = a[i] - b[i];
        }
    }

    /** {@code c = decay old + input}: one step of a leak. */
    static void leak(float[] c, float[] decay, float[] old, float[] input, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = decay[i] * old[i] + input[i];
        }
    }

    /** {@code c = s a}. */
    static void scaled(float[] c, float s, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = s * a[i];
        }
    }

    /** {@code c = s c + z a}. */
    static void mix(float[] c, float s, float z, float[] a, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = s * c[i] + z * a[i];
        }
    }

    /** {@code c = a + s b}. */
    static void sumScaled(float[] c, float[] a, float s, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            c[i] = a[i] + s * b[i];
        }
    }
}
