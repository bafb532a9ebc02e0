package ganglion.scenario.format.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.SchemaWriter;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Types;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.TickTimes;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.random.Distribution;
import ganglion.kernel.time.Clock;
import ganglion.scenario.model.RandomStreams;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers and times of neurons as a document has them. The clock has ticks of 1 ms; there are three neurons. */
class DistributionsTest {

    private static final Key<Distribution> NUMBER = Key.of("value", DistributionKeys.NUMBERS);
    private static final Key<Distribution> TIME = Key.of("value", DistributionKeys.TIMES);
    private static final Key<NeuronValues> NUMBERS = Key.of("value", NeuronNumbers.numbers());
    private static final Key<NeuronValues> TIMES = Key.of("value", new NeuronTimes());

    private static Place document(Key<?> key, String value) throws InputException {
        Shape<Place> root = Shape.of("a thing", place -> place, key);
        DocumentSchema schema = SchemaWriter.schema("urn:test:thing", "A thing.", root);
        Place place = Documents.root(Path.of("thing.yaml"), "{\"value\": " + value + "}", node -> schema);
        place.reading().setClock(new TickTimes(new Clock(1e-3)));
        place.reading().setContext(RandomStreams.class, new RandomStreams(5));
        new NeuronScope(3, 0, "").enter(place);
        return place;
    }

    private static <T> List<String> problems(Key<T> key, String value) {
        Place place;
        try {
            place = document(key, value);
        } catch (InputException e) {
            return e.problems().stream().map(Problem::message).toList();
        }
        key.in(place);
        return place.reading().problems().stream().map(Problem::message).toList();
    }

    @Test
    void aDistributionOfTimesIsInTicks() throws Exception {
        String text = "{\"distribution\": \"uniform\", \"low\": \"1 ms\", \"high\": \"2.5 ms\"}";

        assertEquals(new Distribution.Uniform(1, 2.5), TIME.in(document(TIME, text)));
    }

    @Test
    void onlyOneWayOfBoundsIsTaken() {
        assertEquals(
                List.of("found clip and truncate together, expected only one of them"),
                problems(
                        NUMBER,
                        "{\"distribution\": \"normal\", \"mean\": 1, \"deviation\": 1, \"clip\": [0, 1], \"truncate\": [0, 1]}"));
    }

    @Test
    void theWordsOfBothTypesAreTheSame() {
        List<String> words = DistributionKeys.NUMBERS.kinds().stream()
                .map(KindsByTag.Kind::word)
                .toList();

        assertEquals(List.of("uniform", "normal", "lognormal"), words);
        assertEquals(
                words,
                DistributionKeys.TIMES.kinds().stream()
                        .map(KindsByTag.Kind::word)
                        .toList());
    }

    @Test
    void aListHasANumberForEachNeuron() throws Exception {
        NeuronValues each = NUMBERS.in(document(NUMBERS, "[1, 2, 3]"));

        assertEquals(NeuronValues.each(1, 2, 3), each);
        assertEquals("[1,2,3]", NUMBERS.type().write(each).toString());
    }

    @Test
    void timesOfNeuronsAreInTicks() throws Exception {
        assertEquals(NeuronValues.of(2.5), TIMES.in(document(TIMES, "\"2.5 ms\"")));
        assertEquals(NeuronValues.each(1, 2), TIMES.in(document(TIMES, "[\"1 ms\", \"2 ticks\"]")));
    }

    @Test
    void aFileThatIsNotThereIsAProblem() {
        assertEquals(List.of("found \"w.csv\", but there is no such file"), problems(NUMBERS, "\"w.csv\""));
    }

    @Test
    void aTextThatIsNoFileIsAProblem() {
        assertEquals(
                List.of(
                        "found \"much\", expected a number, a list of one for each neuron, a distribution, or the name of a"
                                + " file with such a list"),
                problems(NUMBERS, "\"much\""));
    }

    @Test
    void aNumberOutsideOfItsBoundsIsAProblem() {
        Key<NeuronValues> share =
                Key.of("value", NeuronNumbers.within(Types.number().from(0).to(1)));

        assertEquals(List.of("found 2, expected at most 1"), problems(share, "2"));
        assertEquals(List.of("found 2, expected at most 1"), problems(share, "[0, 2]"));
    }
}
