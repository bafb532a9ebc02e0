package ganglion.report.picture;

import ganglion.cochlea.audio.AudioClip;
import java.awt.geom.Line2D;

/** The waveform: a line from the lowest to the highest sample per half point, scaled to the peak of the clip. */
final class WavePanel {

    private static final double STEP = 0.5;

    private WavePanel() {}

    static void draw(Panel panel, AudioClip audio) {
        double peak = peak(audio.samples());
        double middle = panel.top() + panel.height() / 2.0;
        Labels.frame(panel);
        panel.graphics().setColor(SoundColours.WAVE);
        double scale = peak > 0 ? 0.46 * panel.height() / peak : 0;
        double samplesPerPoint = panel.seconds() * audio.sampleRateHertz() / panel.width();
        for (double x = 0; x < panel.width(); x += STEP) {
            int from = (int) (x * samplesPerPoint);
            int until = Math.min(audio.samples().length, Math.max(from + 1, (int) ((x + STEP) * samplesPerPoint)));
            if (from < until) {
                drawSpan(panel, panel.left() + x, middle, scale, audio.samples(), from, until);
            }
        }
        Labels.name(panel, "waveform");
        Labels.mark(panel, middle);
        Labels.leftOf(panel, "±" + Labels.number(peak), middle);
    }

    private static void drawSpan(
            Panel panel, double x, double middle, double scale, double[] samples, int from, int until) {
        double lowest = samples[from];
        double highest = samples[from];
        for (int i = from + 1; i < until; i++) {
            lowest = Math.min(lowest, samples[i]);
            highest = Math.max(highest, samples[i]);
        }
        panel.graphics().draw(new Line2D.Double(x, middle - highest * scale, x, middle - lowest * scale + STEP));
    }

    /** Largest magnitude of a sample; 0 if there are none. */
    static double peak(double[] samples) {
        double peak = 0;
        for (double sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
