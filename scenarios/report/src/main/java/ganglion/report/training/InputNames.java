package ganglion.report.training;

import ganglion.cochlea.expression.Expression;
import ganglion.cochlea.expression.Intonation;
import ganglion.learning.data.HearingSettings;
import ganglion.learning.data.HearingSettings.HeardAs;
import ganglion.scenario.experiment.Features;
import java.util.ArrayList;
import java.util.List;

/** Names the numbered inputs of a network, unless they are bands alone. */
final class InputNames {

    private static final int OF_LEVELS = 14;
    private static final int OF_OVERTONES = 6;

    private final List<String> names = new ArrayList<>();
    private int next = 1;

    private InputNames() {}

    /** A paragraph for the page; empty where inputs need no names. */
    static String of(Features features) {
        if (!(features instanceof Features.Heard heard)
                || heard.settings().heardAs() == HeardAs.SPIKES
                || heard.settings().heardAs() == HeardAs.NUMBERS) {
            return "";
        }
        InputNames inputs = new InputNames();
        inputs.addAll(heard.settings());
        return "<p>Inputs " + String.join("; ", inputs.names) + ".</p>\n";
    }

    private void addAll(HearingSettings settings) {
        HeardAs heardAs = settings.heardAs();
        int bands = settings.ear().mel().bands();
        if (heardAs.hasDrive()) {
            add("drives of the bands, from low to high", bands);
        }
        if (heardAs.hasContour()) {
            add("levels of the bands, from low to high", bands);
            add("rise and fall of each band", settings.contour().features(bands) - bands);
        }
        if (heardAs.hasCepstrum()) {
            add("cepstral coefficients", settings.coefficients());
        }
        if (heardAs.hasExpression()) {
            add("fluctuation of the level at rates of 1.5 to 20 Hz", OF_LEVELS);
            add("overtones relative to the strongest partial", OF_OVERTONES);
            add("fluctuation of bands together and alone", Expression.features() - OF_LEVELS - OF_OVERTONES);
        }
        if (heardAs.hasIntonation()) {
            add("fluctuation of the pitch of partials, together and alone", Intonation.features());
        }
    }

    private void add(String name, int count) {
        if (count > 0) {
            names.add(next + " to " + (next + count - 1) + ": " + name);
            next += count;
        }
    }
}
