package ganglion.scenario.explore.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.DocumentKind;
import ganglion.documents.place.ReadOptions;
import ganglion.hardware.estimate.Boundary;
import ganglion.scenario.explore.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchFilesTest {

    private static final Path FORMATS = Path.of("..", "..", "docs", "formats");
    private static final ReadOptions PLAIN = ReadOptions.NONE;
    private static final String DOCUMENT = """
        search: tones
        experiment: spikes.yaml
        devices: [loihi]
        vary:
          hidden: {at: /network/layers/0/outputs, whole: [4, 16], scale: logarithmic}
          rate: {at: /training/optimiser/learning-rate, values: [null, 0.01]}
          front: {choices: {few: {/features/frontend/mel-bands: 8}, as-is: {}}}
        want: {energy: {boundary: marginal, below: 20 uJ}}
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeExperiment() throws IOException {
        Files.writeString(folder.resolve("spikes.yaml"), "experiment: tones\n");
        Files.writeString(folder.resolve("other.yaml"), "experiment: other\n");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("search.yaml"), text);
    }

    @Test
    void aDocumentIsRead() throws IOException, InputException {
        Search search = SearchFiles.read(write(DOCUMENT), PLAIN);

        assertEquals(
                List.of("hidden", "rate", "front"),
                search.space().dimensions().stream().map(each -> each.name()).toList());
        assertEquals(
                new Search.EnergyMeasure(Boundary.MARGINAL, false),
                search.goal().energy());
        Search alone = SearchFiles.read(
                write(DOCUMENT.replace("boundary: marginal", "boundary: marginal, part: network")), PLAIN);
        assertEquals("marginal, network alone", alone.goal().energy().label());
        assertEquals(20e-6, search.goal().mostJoules(), 1e-18);
        assertEquals(60, search.trials());
        assertEquals(Map.of(), search.space().dimensions().get(1).settings(0));
        assertEquals(
                Map.of("/features/frontend/mel-bands", "8"),
                search.space().dimensions().get(2).settings(0));
        assertEquals(Optional.of(DocumentKind.SEARCH), DocumentKind.of(folder.resolve("search.yaml"), false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "whole: [4, 16]       | whole: [16, 4]        | found 16 as the least and 4 as the largest value",
                "whole: [4, 16]       | whole: [0, 4]         | on a logarithmic scale, expected one above 0",
                "rate: {at: /training/optimiser/learning-rate | rate: {at: /network/layers/0/outputs | found"
                        + " /network/layers/0/outputs, which hidden sets as well",
                "energy: {            | enrgy: {              | did you mean \"energy\"?",
                "values: [null, 0.01] | values: []            | at least 2 elements",
                "values: [null, 0.01] | values: [0.01]        | at least 2 elements",
                "values: [null, 0.01] | values: [0.01, 0.01]  | /vary/rate/values",
                "whole: [4, 16]       | whole: [4, 4]         | found 4 as the least and 4 as the largest value,"
                        + " expected a least one below",
                "whole: [4, 16]       | whole: [4]            | /vary/hidden/whole",
                "few: {/features/frontend/mel-bands: 8}, as-is: {} | few: {/features/frontend/mel-bands: 8} |"
                        + " /vary/front/choices",
                "/features/frontend/mel-bands: 8 | /network/layers/0/outputs: 8 | /vary/front: found"
                        + " /network/layers/0/outputs, which hidden sets as well",
                "at: /network/layers/0/outputs, |              | without at, expected both",
                "search: tones        | 'search: tones\nseeds: [1, 2]'     | at least 3",
                "search: tones        | 'search: tones\ntrials: 0' | /trials",
            })
    void whatIsWrongIsToldInOneLine(String part, String other, String told) throws IOException {
        Path file = write(DOCUMENT.replace(part, other == null ? "" : other));

        List<Problem> problems = assertThrows(InputException.class, () -> SearchFiles.read(file, PLAIN))
                .problems();

        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).oneLine().contains(told), problems.get(0).oneLine());
    }

    /** Copies for editors and readers; {@code -Dganglion.update-schemas=true} writes them anew. */
    @Test
    void schemaAndReferenceInTheDocumentationAreThoseOfTheCode() throws IOException {
        assertIsPage(FORMATS.resolve("schemas").resolve("search.schema.json"), SearchFiles.schema());
        assertIsPage(FORMATS.resolve("search-reference.md"), SearchFiles.reference());
    }

    private static void assertIsPage(Path page, String text) throws IOException {
        if (Boolean.getBoolean("ganglion.update-schemas")) {
            Files.writeString(page, text);
        }
        assertEquals(
                Files.readString(page),
                text,
                page + " is not what the keys say: run with -Dganglion.update-schemas=true");
    }
}
