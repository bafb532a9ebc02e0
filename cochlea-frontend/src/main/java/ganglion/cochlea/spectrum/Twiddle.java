package ganglion.cochlea.spectrum;

/** A twiddle factor: a complex number of magnitude 1 that transforms multiply by. */
record Twiddle(double cosine, double sine) {

    /** exp(-2 pi i k / n) for k = 0 to n - 1. */
    static Twiddle[] roots(int n) {
        Twiddle[] roots = new Twiddle[n];
        for (int k = 0; k < n; k++) {
            roots[k] = new Twiddle(Math.cos(2 * Math.PI * k / n), -Math.sin(2 * Math.PI * k / n));
        }
        return roots;
    }
}
