package ganglion.kernel.neuron.model;

/**
 * How high the potential of a {@link SeAdLif} neuron can still come by itself. Without input and spikes its state goes by a
 * matrix,
 *
 * <pre>
 *   v &lt;- beta v - (1 - beta) w
 *   w &lt;- rho w + (1 - rho) a v
 * </pre>
 *
 * of determinant {@code beta rho}, and what bounds it depends on the matrix. If the state turns, {@code det(x, M x)} is an
 * ellipse that each tick shrinks by that determinant. If it does not, the potential is a sum of two powers. If {@code |a|} is
 * at most 1, neither variable can grow beyond the larger of both. Where two of these hold, the lower bound counts; where the
 * numbers would be too inexact for any, a neuron may fire until its state is zero.
 *
 * @param turning whether the ellipse bounds it
 * @param vv coefficient of {@code v v} of the ellipse, scaled so that its value is the square of the highest potential
 * @param vw coefficient of {@code v w} of the ellipse
 * @param ww coefficient of {@code w w} of the ellipse
 * @param larger the larger eigenvalue if there are two real ones, otherwise NaN
 * @param smaller the smaller one
 * @param keep beta
 * @param boundedByLarger whether neither variable grows beyond the larger of both
 */
record SwingBound(
        boolean turning,
        double vv,
        double vw,
        double ww,
        double larger,
        double smaller,
        double keep,
        boolean boundedByLarger) {

    /** Rounding must not make a neuron fire that was thought to stay below the threshold. */
    private static final double MARGIN = 1e-9;

    /** How clearly the state must turn, or not, for the bound to be exact enough. */
    private static final double CLEARLY = 1e-4;

    static SwingBound of(double beta, double rho, double a) {
        double take = 1 - beta;
        double coupling = (1 - rho) * a;
        double vv = coupling * beta;
        double vw = rho - coupling * take - beta;
        double ww = take;
        double area = 4 * vv * ww - vw * vw;
        boolean within = Math.abs(a) <= 1;
        if (vv > 0 && area > CLEARLY * 4 * vv * ww) {
            double scale = 4 * ww / area;
            return new SwingBound(true, scale * vv, scale * vw, scale * ww, Double.NaN, Double.NaN, beta, within);
        }
        double half = (beta + rho - coupling * take) / 2;
        double root = Math.sqrt(Math.max(0, half * half - beta * rho));
        boolean apart = root > CLEARLY;
        return new SwingBound(
                false, 0, 0, 0, apart ? half + root : Double.NaN, apart ? half - root : Double.NaN, beta, within);
    }

    /** Whether the potential may exceed a threshold at any tick after the present one. */
    boolean mayExceed(double threshold, double v, double w) {
        double low = threshold * (1 - MARGIN);
        boolean quiet = v == 0 && w == 0 || boundedByLarger && Math.abs(v) < low && Math.abs(w) < low;
        if (!quiet && turning) {
            quiet = vv * v * v + vw * v * w + ww * w * w < low * low;
        } else if (!quiet && larger == larger) {
            double next = keep * v - (1 - keep) * w;
            double first = larger * (next - smaller * v);
            double second = smaller * (larger * v - next);
            quiet = Math.abs(first) + Math.abs(second) < low * (larger - smaller);
        }
        return !quiet;
    }
}
