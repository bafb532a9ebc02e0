package ganglion.scenario.experiment.format;

import ganglion.documents.place.Place;
import ganglion.learning.loss.CrossEntropyCount;
import ganglion.learning.loss.CrossEntropyLatency;
import ganglion.learning.loss.CrossEntropyMaxMembrane;
import ganglion.learning.loss.CrossEntropyMeanMembrane;
import ganglion.learning.loss.CrossEntropyRate;
import ganglion.learning.loss.Loss;
import ganglion.learning.loss.SquaredCount;
import ganglion.learning.loss.SquaredMembrane;
import ganglion.learning.loss.SquaredRate;
import ganglion.learning.loss.WindowedError;
import java.util.Optional;

/** Reads what is made small. */
final class LossReader {

    private LossReader() {}

    static Loss read(Optional<Place> place) {
        return place.map(LossReader::read).orElse(new CrossEntropyCount());
    }

    private static Loss read(Place place) {
        return switch (place.at("kind").text()) {
            case "cross-entropy-rate" -> new CrossEntropyRate();
            case "cross-entropy-max-membrane" -> new CrossEntropyMaxMembrane();
            case "cross-entropy-mean-membrane" -> new CrossEntropyMeanMembrane();
            case "cross-entropy-latency" -> new CrossEntropyLatency(place.number("sharpness", 10));
            case "squared-count" ->
                new SquaredCount(place.number("correct-rate", 0.8), place.number("other-rate", 0.2));
            case "squared-rate" -> new SquaredRate();
            case "squared-membrane" ->
                new SquaredMembrane(place.number("correct-potential", 1), place.number("other-potential", 0));
            case "windowed-error" ->
                new WindowedError(
                        place.number("correct-share", 0.55),
                        place.number("bias-weight", 0.1),
                        place.number("bias-growth", 1.001));
            default -> new CrossEntropyCount();
        };
    }
}
