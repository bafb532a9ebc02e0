package ganglion.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Where the octaves of 125 Hz lie among the bands of a cochlea. */
public final class FrequencyTicks {

    private static final double LOWEST_HERTZ = 125;

    private FrequencyTicks() {}

    /**
     * A round frequency.
     *
     * @param band where it lies, in bands from the centre of the first; between two of them in proportion
     * @param hertz the frequency
     */
    public record Tick(double band, double hertz) {

        /** Such as {@code 500} or {@code 2k}, below a heading with the unit. */
        String label() {
            double shown = hertz >= 1000 ? hertz / 1000 : hertz;
            String number = shown == Math.rint(shown) ? Long.toString((long) shown) : Double.toString(shown);
            return hertz >= 1000 ? number + "k" : number;
        }
    }

    /**
     * The octaves within the bands, from high to low, so that the most used have their labels first where room is short; the centre of the
     * first band if there are none.
     */
    public static List<Tick> of(double[] centresHertz) {
        List<Tick> ticks = new ArrayList<>();
        int last = centresHertz.length - 1;
        for (double hertz = LOWEST_HERTZ; hertz <= centresHertz[last]; hertz *= 2) {
            if (hertz >= centresHertz[0]) {
                ticks.add(0, new Tick(band(centresHertz, hertz), hertz));
            }
        }
        if (ticks.isEmpty()) {
            ticks.add(new Tick(0, Math.rint(centresHertz[0])));
        }
        return ticks;
    }

    private static double band(double[] centres, double hertz) {
        int upper = 1;
        while (upper < centres.length - 1 && centres[upper] < hertz) {
            upper++;
        }
        if (centres.length == 1) {
            return 0;
        }
        return upper - 1 + (hertz - centres[upper - 1]) / (centres[upper] - centres[upper - 1]);
    }
}
