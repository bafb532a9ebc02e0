package ganglion.scenario.format;

import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.scenario.model.Expectation.EnergyBasis;
import ganglion.scenario.model.Measure;
import ganglion.scenario.model.Measure.Statistic;
import java.util.Optional;

/** Reads which figure of a run an expectation is about. */
final class MeasureReader {

    private static final double SLOWEST = 100;

    private final ExpectationContext context;

    MeasureReader(ExpectationContext context) {
        this.context = context;
    }

    /** The figure that an expectation names; absent if it is about something else. */
    Optional<Measure> read(Place expectation) {
        return expectation
                .find("rate")
                .<Measure>map(place -> new Measure.Rate(SubjectReader.subject(place)))
                .or(() -> expectation.find("interval").map(MeasureReader::interval))
                .or(() -> expectation
                        .find("interval-variation")
                        .map(place -> new Measure.IntervalVariation(SubjectReader.subject(place))))
                .or(() -> expectation.find("synchrony").map(MeasureReader::synchrony))
                .or(() -> expectation.find("membrane").map(this::membrane))
                .or(() -> expectation.find("weights").map(this::weight))
                .or(() -> expectation.find("decision-latency").map(this::decisionLatency))
                .or(() -> expectation.find("ratio").map(this::ratio))
                .or(() -> expectation.find("victor-purpura").map(MeasureReader::victorPurpura))
                .or(() -> expectation.find("van-rossum").map(MeasureReader::vanRossum))
                .or(() -> ofChip(expectation));
    }

    private Optional<Measure> ofChip(Place expectation) {
        return expectation
                .find("energy")
                .map(place -> energy(place, profile(place.at("profile"))))
                .or(() -> expectation.find("latency").map(place -> tickTime(place, profile(place.at("profile")))))
                .or(() -> expectation.find("power").map(place -> new Measure.Power(profile(place.at("profile")))))
                .or(() -> expectation
                        .find("energy-delay-product")
                        .map(place -> energyDelayProduct(place, profile(place.at("profile")))));
    }

    private static Measure interval(Place place) {
        return new Measure.Interval(SubjectReader.subject(place), place.choice("statistic", Statistic.MEAN));
    }

    private static Measure synchrony(Place place) {
        long binTicks = place.ticks("bin", 1);
        if (binTicks == 0) {
            place.at("bin").problem("found no ticks, expected at least 1");
        }
        return new Measure.Synchrony(SubjectReader.subject(place), Math.max(1, binTicks));
    }

    private Measure membrane(Place place) {
        context.checkMembraneRecorded(place.at("population"));
        return new Measure.Membrane(SubjectReader.subject(place), place.choice("statistic", Statistic.MEAN));
    }

    private Measure weight(Place place) {
        String from = place.at("from").text();
        String to = place.at("to").text();
        context.checkPlastic(place, from, to);
        return new Measure.Weight(
                from,
                to,
                SubjectReader.neuron(place, "source", from),
                SubjectReader.neuron(place, "target", to),
                place.choice("statistic", Statistic.MEAN));
    }

    private Measure decisionLatency(Place place) {
        context.checkDecided(place);
        return new Measure.DecisionLatency(place.number("percentile", SLOWEST));
    }

    private Measure ratio(Place place) {
        String one = profile(place.at("profile"));
        String other = profile(place.at("to"));
        return switch (place.at("of").text()) {
            case "energy" -> new Measure.Ratio(energy(place, one), energy(place, other));
            case "latency" -> new Measure.Ratio(tickTime(place, one), tickTime(place, other));
            case "power" -> new Measure.Ratio(new Measure.Power(one), new Measure.Power(other));
            default -> new Measure.Ratio(energyDelayProduct(place, one), energyDelayProduct(place, other));
        };
    }

    private Measure energy(Place place, String profile) {
        return new Measure.ChipEnergy(profile, basis(place));
    }

    private Measure energyDelayProduct(Place place, String profile) {
        return new Measure.EnergyDelayProduct(profile, basis(place));
    }

    private static Measure tickTime(Place place, String profile) {
        return new Measure.TickTime(profile, place.number("percentile", SLOWEST));
    }

    private EnergyBasis basis(Place place) {
        EnergyBasis per = place.choice("per", EnergyBasis.RUN);
        if (per == EnergyBasis.DECISION) {
            context.checkDecided(place.at("per"));
        }
        return per;
    }

    private String profile(Place place) {
        context.checkProfile(place);
        return place.text();
    }

    private static Measure victorPurpura(Place place) {
        double perSecond = place.quantity("cost", Dimension.FREQUENCY, 0);
        double tickSeconds = place.reading().times().clock().tickSeconds();
        return new Measure.VictorPurpura(place.at("golden").futureFile(), perSecond * tickSeconds);
    }

    private static Measure vanRossum(Place place) {
        double ticks = place.fractionalTicks("time-constant", 1);
        if (ticks == 0) {
            place.at("time-constant")
                    .problem("found \"" + place.at("time-constant").text() + "\", expected more than 0 s");
            ticks = 1;
        }
        return new Measure.VanRossum(place.at("golden").futureFile(), ticks);
    }
}
