package ganglion.cochlea.encode;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.words;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.contour.Contour;
import ganglion.cochlea.expression.Expression;
import ganglion.cochlea.expression.Intonation;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * No spikes: numbers are the input currents of the first neurons of the network, for networks that were trained on raw
 * features. {@code ganglion.cochlea.FeatureRows} computes them. In this order, if present: drives, one per band; the
 * contour; cepstral coefficients of drives or, where there is a contour, of its levels; expression; intonation.
 *
 * @param drives whether the drives are among the numbers; not together with a contour
 * @param contour the contour, if it is among the numbers
 * @param coefficients number of cepstral coefficients, at most one per band; 0 for none
 * @param expression whether expression is among the numbers
 * @param intonation whether intonation is among the numbers
 * @param framesPerRow frames from one row of numbers to the next, 1 without contour, expression and intonation
 */
public record CurrentInjection(
        boolean drives,
        Optional<Contour> contour,
        int coefficients,
        boolean expression,
        boolean intonation,
        int framesPerRow)
        implements SpikeEncoder {

    private static final String AND = "-and-";

    /** Number of cepstral coefficients, where there are any. */
    public static final Key<Integer> COEFFICIENTS = Key.of(
                    "coefficients", integer().from(1).to(4096))
            .says("Number of cepstral coefficients, at most that of the bands.")
            .byDefault(20)
            .example(20);

    private static final Key<String> FEATURES = Key.of(
                    "features",
                    words(
                            "a word for features",
                            "drive",
                            "cepstrum",
                            "drive-and-cepstrum",
                            "contour",
                            "contour-and-cepstrum",
                            "expression",
                            "contour-and-expression",
                            "expression-and-intonation",
                            "contour-and-expression-and-intonation"))
            .says(
                    "The drive of each band (drive), its cepstral coefficients (cepstrum; MFCC up to constants, with the gain"
                            + " decibels), or both, the drive first (drive-and-cepstrum); levels of the bands relative to the loudest"
                            + " moment with their rises and falls (contour), and their cepstral coefficients after them"
                            + " (contour-and-cepstrum); how the sound is shaped in time (expression: 38 numbers, most of them"
                            + " fluctuations of its level); contour, cepstral coefficients and expression (contour-and-expression);"
                            + " or, after either of these, how the pitch moves (expression-and-intonation,"
                            + " contour-and-expression-and-intonation: 12 numbers more).")
            .byDefault("drive")
            .example("drive");
    private static final Key<Integer> FRAMES_PER_TICK = Key.of(
                    "frames-per-tick", integer().from(1).to(1000))
            .says(
                    "Frames of the front end per tick, for contour and expression only: the hop is this part of the tick.")
            .byDefault(1)
            .example(4);

    /** Its word and its keys in documents. */
    static final Kind<CurrentInjection> KIND = new Kind<>(
            Key.of(
                            "currents",
                            Shape.of(
                                            "which numbers are injected",
                                            CurrentInjection::read,
                                            FEATURES,
                                            COEFFICIENTS,
                                            Contour.KEY,
                                            FRAMES_PER_TICK)
                                    .writtenBy(CurrentInjection::write))
                    .says(
                            "No spikes: the numbers are currents of the populations that projections lead to, times their weights, and"
                                    + " arrive after the delay. For networks that were trained on raw features.")
                    .exampleText("{features: drive}"),
            CurrentInjection.class);

    /** @throws IllegalArgumentException if there is no number at all, or settings contradict each other */
    public CurrentInjection {
        boolean shaped = contour.isPresent() || expression || intonation;
        if (coefficients < 0 || !drives && !shaped && coefficients == 0) {
            throw new IllegalArgumentException(
                    "currents of " + coefficients + " cepstral coefficients without drives, expected at least one");
        }
        if (drives && contour.isPresent()) {
            throw new IllegalArgumentException("found drives and a contour, expected one of them");
        }
        if (framesPerRow < 1 || framesPerRow > 1 && !shaped) {
            throw new IllegalArgumentException("found " + framesPerRow + " frames for each row, expected "
                    + (shaped ? "1 or more" : "1, as there is neither a contour nor expression"));
        }
    }

    /** Numbers without intonation. */
    public CurrentInjection(
            boolean drives, Optional<Contour> contour, int coefficients, boolean expression, int framesPerRow) {
        this(drives, contour, coefficients, expression, false, framesPerRow);
    }

    /** Drives, cepstral coefficients, or both. */
    public CurrentInjection(boolean drives, int coefficients) {
        this(drives, Optional.empty(), coefficients, false, 1);
    }

    /** The drives alone. */
    public CurrentInjection() {
        this(true, 0);
    }

    @Override
    public int neurons(int bands) {
        return (drives ? bands : 0)
                + contour.map(it -> it.features(bands)).orElse(0)
                + coefficients
                + (expression ? Expression.features() : 0)
                + (intonation ? Intonation.features() : 0);
    }

    @Override
    public Optional<CurrentInjection> currents() {
        return Optional.of(this);
    }

    @Override
    public OperationCounts operationsPerFrame(int bands) {
        return OperationCounts.NONE;
    }

    @Override
    public Encoding start(int bands) {
        return (values, offset, tick, spikes) -> {};
    }

    private static CurrentInjection read(Place place) {
        List<String> features = List.of(FEATURES.in(place).split(AND));
        boolean contour = features.contains("contour");
        // A contour with expression has its cepstrum between them.
        boolean cepstrum = features.contains("cepstrum") || contour && features.contains("expression");
        return new CurrentInjection(
                features.contains("drive"),
                contour ? Optional.of(Contour.KEY.in(place)) : Optional.empty(),
                cepstrum ? COEFFICIENTS.in(place) : 0,
                features.contains("expression"),
                features.contains("intonation"),
                FRAMES_PER_TICK.in(place));
    }

    private void write(ObjectNode into) {
        List<String> features = new ArrayList<>();
        addIf(drives, "drive", features);
        addIf(contour.isPresent(), "contour", features);
        addIf(coefficients > 0 && !(contour.isPresent() && expression), "cepstrum", features);
        addIf(expression, "expression", features);
        addIf(intonation, "intonation", features);
        FEATURES.write(into, String.join(AND, features));
        if (coefficients > 0) {
            COEFFICIENTS.write(into, coefficients);
        }
        contour.ifPresent(present -> Contour.KEY.write(into, present));
        FRAMES_PER_TICK.write(into, framesPerRow);
    }

    private static void addIf(boolean present, String feature, List<String> features) {
        if (present) {
            features.add(feature);
        }
    }
}
