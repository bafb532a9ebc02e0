package ganglion.scenario.format;

import ganglion.documents.place.Place;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Measure;
import java.util.OptionalInt;

/**
 * Reads expectations. The schema sees to it that each names one thing to look at and limits that go with it; this checks
 * that what is looked at exists.
 */
final class ExpectationReader {

    private final Place place;
    private final LimitReader limits;
    private final ExpectationContext context;

    private ExpectationReader(Place place, ExpectationContext context) {
        this.place = place;
        this.limits = new LimitReader(place);
        this.context = context;
    }

    static Expectation read(Place place, ExpectationContext context) {
        return new ExpectationReader(place, context).read();
    }

    private Expectation read() {
        return place.find("spikes")
                .map(this::spikes)
                .or(() -> place.find("first-spike").map(this::firstSpike))
                .or(() -> place.find("last-spike").map(this::lastSpike))
                .or(() -> place.find("order").map(this::order))
                .or(() -> place.find("winner").map(this::winner))
                .or(() -> place.find("decisions").map(this::decisions))
                .or(() -> new MeasureReader(context).read(place).map(this::figure))
                .orElseGet(() -> new Expectation.GoldenRaster(
                        place.pointer(), place.at("raster").futureFile()));
    }

    private Expectation spikes(Place subject) {
        return new Expectation.SpikeCount(
                place.pointer(),
                SubjectReader.population(subject),
                SubjectReader.neuron(subject),
                SubjectReader.window(subject),
                limits.counts());
    }

    private Expectation firstSpike(Place subject) {
        return new Expectation.FirstSpike(
                place.pointer(), SubjectReader.population(subject), SubjectReader.neuron(subject), limits.times());
    }

    private Expectation lastSpike(Place subject) {
        return new Expectation.LastSpike(
                place.pointer(), SubjectReader.population(subject), SubjectReader.neuron(subject), limits.times());
    }

    private Expectation order(Place subjects) {
        return new Expectation.SpikeOrder(
                place.pointer(),
                subjects.elements().stream().map(SubjectReader::firing).toList());
    }

    private Expectation figure(Measure measure) {
        return new Expectation.Figure(place.pointer(), measure, limits.figures(measure.unit()));
    }

    private Expectation winner(Place subject) {
        context.checkDecided(subject);
        String label = place.at("equals").text();
        context.checkLabel(place.at("equals"));
        int clip = subject.integer("clip", 0);
        context.checkClip(subject.find("clip").orElse(subject), clip);
        return new Expectation.Winner(place.pointer(), clip, label);
    }

    private Expectation decisions(Place subject) {
        context.checkDecided(subject);
        OptionalInt of = place.has("of") ? OptionalInt.of(place.integer("of", 0)) : OptionalInt.empty();
        return subject.text().equals("accuracy")
                ? figure(new Measure.Accuracy(of))
                : new Expectation.CorrectDecisions(place.pointer(), limits.counts(), of);
    }
}
