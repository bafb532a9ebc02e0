package ganglion.scenario.format.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ganglion.documents.Document;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names that the parts of a scenario give and refer to. */
class DeclaredNamesTest {

    private final DeclaredNames names = new DeclaredNames();

    private static List<Place> places(String... texts) throws InputException {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        List.of(texts).forEach(list::add);
        return Documents.root(new Document("s.yaml", list, Map.of()), DocumentSchema.of("{}"))
                .elements();
    }

    private static List<String> problems(Place at) {
        return at.reading().problems().stream().map(Problem::message).toList();
    }

    @Test
    void aNameHasTheSizeThatItWasDeclaredWith() throws Exception {
        List<Place> places = places("ear", "out");
        names.addInput(places.get(0), 3);
        names.addPopulation(places.get(1), 5);

        assertEquals(3, names.sizeOfAny(places.get(0)));
        assertEquals(5, names.sizeOfAny(places.get(1)));
        assertEquals(5, names.sizeOfPopulation(places.get(1)));
        assertEquals(0, names.sizeIfAny("none"));
        assertEquals(8, names.neuronCount());
        assertEquals(List.of("ear", "out"), names.all());
        assertEquals(List.of(), problems(places.get(0)));
    }

    @Test
    void aNameIsGivenOnce() throws Exception {
        List<Place> places = places("out", "out");
        names.addInput(places.get(0), 3);
        names.addPopulation(places.get(1), 5);

        assertEquals(List.of("found the name \"out\" a second time, first at /0"), problems(places.get(1)));
        assertEquals(3, names.sizeIfAny("out"));
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThereAre() throws Exception {
        List<Place> places = places("hidden", "out", "hiden");
        names.addPopulation(places.get(0), 3);
        names.addPopulation(places.get(1), 5);

        assertEquals(0, names.sizeOfPopulation(places.get(2)));
        assertEquals(
                List.of("found \"hiden\", expected the name of a population (there is hidden, out), did you mean"
                        + " \"hidden\"?"),
                problems(places.get(2)));
    }

    @Test
    void anInputIsNoPopulation() throws Exception {
        List<Place> places = places("ear");
        names.addInput(places.get(0), 3);

        assertEquals(0, names.sizeOfPopulation(places.get(0)));
        assertEquals(List.of("found the input \"ear\", expected a population"), problems(places.get(0)));
    }

    @Test
    void withoutNamesThereIsNone() throws Exception {
        Place place = places("x").get(0);

        assertEquals(0, names.sizeOfAny(place));
        assertEquals(
                List.of("found \"x\", expected the name of an input or population (there is none)"), problems(place));
    }

    @Test
    void aLongListIsCutOff() throws Exception {
        List<Place> places = places(
                IntStream.rangeClosed(0, 30).mapToObj(i -> "population" + i).toArray(String[]::new));
        places.subList(0, 30).forEach(place -> names.addPopulation(place, 1));

        names.sizeOfAny(places("quite-another").get(0).unnoted());
        names.sizeOfPopulation(places.get(30));

        assertTrue(problems(places.get(30)).get(0).contains("population10, population11 and 18 more)"));
    }
}
