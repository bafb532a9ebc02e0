package ganglion.hardware.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.validation.Forecast.Estimate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {

    private static final Path SHIPPED = Path.of("..", "forecasts");
    private static final String FILE = """
            forecasts:
              - forecast: A net, on Loihi
                profile: loihi
                boundary: always-on
                workload: {type: energy-over-time, duration: 1.5 s}
                source: a paper
                remark: none
            """;

    @TempDir
    private Path folder;

    private List<Forecast> of(String text) throws Exception {
        return Forecast.of(Files.writeString(folder.resolve("networks.yaml"), text), "2026-12-01", "0.1.0");
    }

    @Test
    void keepsWhatItTakesToScoreIt() throws Exception {
        Forecast made = of(FILE).get(0);
        assertEquals("2026-12-01-a-net-on-loihi.json", made.fileName());

        Forecast read = Forecast.read(Files.writeString(folder.resolve(made.fileName()), made.json()));

        assertEquals(made, read);
        assertEquals("A net, on Loihi", read.name());
        assertEquals(1.5 * 0.104, read.estimate().value(), 1e-12);
        assertTrue(read.estimate().low() < 0.156 && read.estimate().high() > 0.156);
        assertTrue(read.isMadeWith(ProfileLibrary.document("loihi")));
        assertFalse(read.isMadeWith(ProfileLibrary.document("odin")));
    }

    @Test
    void whatIsLeftOutCostsAGrade() throws Exception {
        Grade whole = of(FILE).get(0).estimate().grade();
        Forecast part = of(FILE.replace("    source", "    left-out: [messages]\n    source"))
                .get(0);

        assertEquals(whole.ordinal() + 1, part.estimate().grade().ordinal());
        assertEquals("messages", part.asked().at("/left-out/0").asText());
        for (Path file : Files.newDirectoryStream(SHIPPED, "*.json")) {
            Forecast shipped = Forecast.read(file);
            assertTrue(!shipped.asked().has("left-out") || shipped.estimate().grade() != Grade.A, shipped.name());
            assertTrue(shipped.made().program().contains("(commit "), shipped.name());
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1.9 J, false
            2 J, true
            3 J, true
            3.1 J, false
            """)
    void aMeasurementIsInsideOrOutside(String measured, boolean inside) {
        Estimate estimate = new Estimate(2.5, "J", 2.0, 3.0, null);

        assertEquals(inside, estimate.holds(Quantity.parse(measured, Dimension.ENERGY)));
        assertTrue(new Estimate(2.5, "J", null, null, null).holds(Quantity.parse(measured, Dimension.ENERGY)));
    }

    @Test
    void refusesWhatWasEdited() throws Exception {
        String json = of(FILE).get(0).json().replace("1.5 s", "1.6 s");
        Path file = Files.writeString(folder.resolve("edited.json"), json);

        InputException refusal = assertThrows(InputException.class, () -> Forecast.read(file));

        assertTrue(refusal.getMessage().contains("found a hash that does not fit the content"), refusal.getMessage());
    }

    @Test
    void refusesAnotherDocumentWhoseHashFits() throws Exception {
        Path file = Files.writeString(
                folder.resolve("empty.json"),
                "{\"sha256\": \"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\"}");

        InputException refusal = assertThrows(InputException.class, () -> Forecast.read(file));

        assertTrue(refusal.getMessage().endsWith("not a forecast of this version"), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            boundary: always-on | clock: 3 MHz | /forecasts/0: found no "boundary", which is required
            source: a paper | clock: 3 MHz | /forecasts/0: found no "source", which is required
            profile: loihi | profile: loihy | /forecasts/0/profile: found no profile of that name
            type: energy-over-time, duration: 1.5 s | type: simulation, ticks: 3 | which the workload does not give
            """)
    void refusesAWrongFileWithItsPlace(String right, String wrong, String expected) {
        InputException refusal = assertThrows(InputException.class, () -> of(FILE.replace(right, wrong)));

        assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    }

    /** What was predicted stays as it was: profiles and networks may change, forecasts may not. */
    @Test
    void eachNetworkHasAForecastAndNoneWasEdited() throws Exception {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            List<String> names = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                Forecast forecast = Forecast.read(file);
                names.add(forecast.name());
                assertEquals(file.getFileName().toString(), forecast.fileName());
            }
            Forecast.of(SHIPPED.resolve("networks.yaml"), "2026-12-01", "")
                    .forEach(asked -> assertTrue(
                            names.contains(asked.name()),
                            "ganglion profile forecast forecasts/networks.yaml --out forecasts"));
        }
    }
}
