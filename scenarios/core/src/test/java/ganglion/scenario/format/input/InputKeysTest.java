package ganglion.scenario.format.input;

import static ganglion.documents.key.Types.listOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.cochlea.CochleaParameters;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.key.Key;
import ganglion.documents.key.SchemaWriter;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.TickTimes;
import ganglion.kernel.neuron.source.PoissonSource;
import ganglion.kernel.neuron.source.RegularSource;
import ganglion.kernel.time.Clock;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.RandomStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs against the schema that their declarations give; ticks last 2 ms. */
class InputKeysTest {

    private static final Key<List<Input>> INPUTS = Key.of("inputs", listOf("a list of inputs", InputKeys.INPUT));

    private static final DocumentSchema SCHEMA =
            DocumentSchema.of(SchemaWriter.write("urn:test:inputs", "Inputs.", Shape.of("inputs", INPUTS::in, INPUTS)));

    @TempDir
    private Path folder;

    @BeforeEach
    void recordings() throws IOException {
        Files.writeString(folder.resolve("a.wav"), "");
        Files.writeString(folder.resolve("b.wav"), "");
        Files.writeString(folder.resolve("s.csv"), "tick,neuron\n");
    }

    private Place root(String input) throws InputException {
        Place root = Documents.root(
                folder.resolve("inputs.yaml"), "{\"inputs\": [" + input.replace('\'', '"') + "]}", node -> SCHEMA);
        root.reading().setClock(new TickTimes(new Clock(0.002)));
        root.reading().setContext(RandomStreams.class, new RandomStreams(42));
        return root;
    }

    private Input read(String input) throws InputException {
        Place root = root(input);
        Input read = INPUTS.in(root).get(0);
        assertEquals(List.of(), root.reading().problems());
        assertEquals(read.size(), InputKeys.size(INPUTS.at(root).elements().get(0)));
        return read;
    }

    @Test
    void readsSoundWithTheDefaultsOfTheFrontEnd() throws InputException {
        Input.Audio sound = assertInstanceOf(Input.Audio.class, read("{'name': 'ear', 'audio': 'a.wav'}"));

        assertEquals(CochleaParameters.DEFAULT, sound.cochlea());
        assertEquals(0, sound.gapTicks());
        assertEquals(OptionalDouble.empty(), sound.clipSeconds());
        assertEquals("", sound.clips().get(0).label());
        assertEquals("/inputs/0", sound.clips().get(0).pointer());
    }

    @Test
    void readsClipsWithGapsAndLabels() throws InputException {
        Input.Audio sound = assertInstanceOf(
                Input.Audio.class,
                read("{'name': 'ear', 'clips': [{'audio': 'a.wav'}, {'audio': 'b.wav', 'label': 'B'}], 'gap': '10 ms',"
                        + " 'clip-duration': '1 s'}"));

        assertEquals(5, sound.gapTicks());
        assertEquals(OptionalDouble.of(1), sound.clipSeconds());
        assertEquals("B", sound.clips().get(1).label());
        assertEquals("/inputs/0/clips/1", sound.clips().get(1).pointer());
    }

    @Test
    void readsSpikesAndSources() throws InputException {
        Input.SpikeList list =
                assertInstanceOf(Input.SpikeList.class, read("{'name': 'in', 'spikes': 's.csv#p', 'size': 3}"));
        Input.Generated random = assertInstanceOf(
                Input.Generated.class, read("{'name': 'in', 'poisson': {'rate': ['1 Hz', '2 Hz']}, 'size': 2}"));
        Input.Generated regular = assertInstanceOf(
                Input.Generated.class, read("{'name': 'in', 'regular': {'period': '4 ms'}, 'size': 2}"));

        assertEquals("p", list.part());
        assertInstanceOf(PoissonSource.class, random.model());
        assertInstanceOf(RegularSource.class, regular.model());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'audio': 'a.wav'}                                      | found no "name", which is required
            {'name': 'x', 'audio': 'a.wav', 'size': 3}              | found a key that does not go with "audio", expected one or the other
            {'name': 'x', 'spikes': 's.csv'}                        | found "spikes" without size, expected both
            {'name': 'x', 'audio': 'a.wav', 'encoder': {'lof': {}}} | found the unknown key "lof", expected one of lif, level-crossing, first-spike, poisson, phase-locked, population, currents, did you mean "lif"?
            """)
    void refusesKeysThatDoNotGoTogether(String input, String message) {
        InputException refusal = assertThrows(InputException.class, () -> root(input));

        assertEquals(message, refusal.problems().get(0).message());
    }
}
