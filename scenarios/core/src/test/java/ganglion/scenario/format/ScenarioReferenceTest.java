package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioReferenceTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "formats", "scenario-reference.md");

    @Test
    void isThePageOfTheDocumentation() throws IOException {
        if (Boolean.getBoolean("ganglion.update-schemas")) {
            Files.writeString(PAGE, ScenarioFiles.reference());
        }
        assertEquals(
                Files.readString(PAGE),
                ScenarioFiles.reference(),
                "the schema has changed: ganglion validate --reference > docs/formats/scenario-reference.md");
    }

    @Test
    void hasASectionForEveryObjectOfADocument() {
        List<String> titles = ScenarioFiles.reference()
                .lines()
                .filter(line -> line.startsWith("## "))
                .toList();

        assertEquals("## The file", titles.get(0));
        for (String place : List.of(
                "## `/clock`",
                "## `/inputs/*`",
                "## `/inputs/*/clips/*`",
                "## `/inputs/*/frontend`",
                "## `/network/populations/*`",
                "## `/network/populations/*/parameters`, where model is lif",
                "## `/network/populations/*/parameters`, where model is izhikevich",
                "## `/network/projections/*/connectivity`, as an object, here and elsewhere",
                "## `/network/populations/*/parameters/currents/*`",
                "## `/network/populations/*/currents/*`",
                "## `/network/projections/*`",
                "## `/expect/*`",
                "## `/expect/*/ratio`")) {
            assertTrue(titles.contains(place), () -> place + " is missing in " + titles);
        }
    }

    @Test
    void saysOfAKeyWhatTheSchemaSays() {
        String page = ScenarioFiles.reference();

        assertTrue(
                page.contains("| **`tick`** | a time such as 2 ms |  | `2 ms` | Length of a tick, 1 ns to 1 s."), page);
        assertTrue(
                page.contains(
                        "| `reset` | the name of a reset (`zero`, `value`, `subtract`, `none`, `zero-losing-input`) | `zero` | `subtract` |"),
                page);
    }
}
