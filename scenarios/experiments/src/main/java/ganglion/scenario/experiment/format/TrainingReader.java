package ganglion.scenario.experiment.format;

import ganglion.documents.place.Place;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.optimiser.AdamRule;
import ganglion.learning.optimiser.Rule;
import ganglion.learning.optimiser.Schedule;
import ganglion.learning.quantise.WeightProjection;
import ganglion.learning.train.ClassBalance;
import ganglion.learning.train.EpochCriterion;
import ganglion.learning.train.TrainingPlan;
import ganglion.scenario.experiment.EnergyPrice;
import java.util.Optional;

/** Reads how a network learns. */
final class TrainingReader {

    private static final int USUAL_BATCH = 32;
    private static final double USUAL_RATE = 1e-3;

    private TrainingReader() {}

    /** How to train, on one thread. */
    static TrainingPlan read(Place place, long seed) {
        int epochs = place.integer("epochs", 1);
        return new TrainingPlan(
                seed,
                epochs,
                place.integer("batch", USUAL_BATCH),
                LossReader.read(place.find("loss")),
                place.find("penalty").map(TrainingReader::penalty).orElse(SpikePenalty.NONE),
                rule(place),
                place.find("schedule")
                        .map(schedule -> schedule(schedule, epochs))
                        .orElse(new Schedule.Constant()),
                place.number("largest-gradient", Double.POSITIVE_INFINITY),
                place.choice("read-out", ReadOut.SPIKE_COUNT),
                place.choice("balance", ClassBalance.NONE),
                place.choice("select", EpochCriterion.ACCURACY),
                place.integer("patience", 0),
                place.find("weights").map(TrainingReader::weights).orElse(WeightProjection.NONE),
                1);
    }

    private static SpikePenalty penalty(Place place) {
        return new SpikePenalty(
                place.number("per-spike", 0), place.number("excess-weight", 0), place.number("free-rate", 0));
    }

    /** What energy costs in training, if it costs anything or is to be told. */
    static Optional<EnergyPrice> energy(Place training) {
        return training.find("penalty")
                .flatMap(penalty -> penalty.find("energy"))
                .flatMap(TrainingReader::price);
    }

    private static Optional<EnergyPrice> price(Place place) {
        try {
            return Optional.of(new EnergyPrice(
                    place.pointer(),
                    ProfileLibrary.find(place.at("profile").text()),
                    place.number("loss-per-microjoule", 0)));
        } catch (ProfileException e) {
            place.at("profile").problem(e.problems().get(0).message());
            return Optional.empty();
        }
    }

    private static Rule rule(Place place) {
        Rule usual = AdamRule.of(AdamRule.Variant.ADAM, USUAL_RATE);
        if (!place.has("optimiser")) {
            return usual;
        }
        Place optimiser = place.at("optimiser");
        try {
            return OptimiserReader.read(optimiser);
        } catch (IllegalArgumentException e) {
            optimiser.problem(e.getMessage());
            return usual;
        }
    }

    private static Schedule schedule(Place place, int epochs) {
        int warmUp = place.integer("warm-up", 0);
        Schedule schedule = switch (place.at("kind").text()) {
            case "steps" -> new Schedule.Steps(place.integer("every", 1), place.number("factor", 0.5));
            case "cosine" ->
                new Schedule.Cosine(place.integer("epochs", Math.max(1, epochs - warmUp)), place.number("lowest", 0));
            default -> new Schedule.Constant();
        };
        return warmUp == 0 ? schedule : new Schedule.WarmUp(warmUp, schedule);
    }

    private static WeightProjection weights(Place place) {
        try {
            return place.has("profile")
                    ? WeightProjection.of(
                            ProfileLibrary.find(place.at("profile").text()))
                    : new WeightProjection(place.integer("bits", 0), place.integer("fan-in", 0));
        } catch (ProfileException e) {
            place.at("profile").problem(e.problems().get(0).message());
        } catch (IllegalArgumentException e) {
            place.problem(e.getMessage());
        }
        return WeightProjection.NONE;
    }
}
