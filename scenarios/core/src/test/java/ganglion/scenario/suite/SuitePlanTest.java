package ganglion.scenario.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuitePlanTest {

    @TempDir
    private Path folder;

    private SuiteFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new SuiteFixture(folder);
    }

    private static SuitePlan plan(CaseFilter filter, Path... files) {
        return SuitePlan.of(List.of(files), filter, ScenarioOverrides.NONE);
    }

    @Test
    void plansWhatCanBeReadAndRefusesTheRest() {
        Path good = fixture.write("good.yaml", SuiteFixture.scenario("good", "tags: [fast]\n"));
        Path bad = fixture.write("bad.yaml", SuiteFixture.scenario("bad", "sed: 1\nhardware: [lohi]\n"));

        SuitePlan plan = plan(CaseFilter.ALL, good, bad);

        assertEquals(List.of(new SuiteCase(good, "good", List.of("fast"))), plan.cases());
        assertEquals(1, plan.refused().size());
        assertEquals(Status.REFUSED, plan.refused().get(0).status());
        assertEquals("bad", plan.refused().get(0).name());
        assertTrue(plan.refused()
                .get(0)
                .runs()
                .get(0)
                .messages()
                .get(0)
                .startsWith(bad + ":7: /sed: found the unknown key"));
    }

    @Test
    void refusesTheSecondOfOneName() {
        Path first = fixture.write("a.yaml", SuiteFixture.scenario("same", ""));
        Path second = fixture.write("b.yaml", SuiteFixture.scenario("same", ""));

        SuitePlan plan = plan(CaseFilter.ALL, first, second);

        assertEquals(1, plan.cases().size());
        assertEquals(
                List.of(second + ":1: /scenario: found the name \"same\" a second time, first in " + first),
                plan.refused().get(0).runs().get(0).messages());
        assertEquals(second.toString(), plan.refused().get(0).name());
    }

    /** Build servers tell tests apart by their names. */
    @Test
    void namesOfRefusedScenariosDiffer() {
        Path good = fixture.write("good.yaml", SuiteFixture.scenario("same", ""));
        Path bad = fixture.write("bad.yaml", SuiteFixture.scenario("same", "sed: 1\n"));
        Path first = fixture.write("x/scenario.yaml", "scenario: [\n");
        Path second = fixture.write("y/scenario.yaml", "scenario: [\n");

        SuitePlan plan = plan(CaseFilter.ALL, bad, good, first, second);

        assertEquals("same", plan.cases().get(0).name());
        assertEquals(
                List.of(bad.toString(), first.toString(), second.toString()),
                plan.refused().stream().map(CaseResult::name).toList());
    }

    @Test
    void aScenarioRefusedForItsSettingsKeepsItsName() {
        Path file = fixture.write("a.yaml", SuiteFixture.scenario("own", ""));
        ScenarioOverrides wrong =
                new ScenarioOverrides(Map.of("/clock/duration", "-1 s"), OptionalLong.empty(), List.of(), false);

        SuitePlan plan = SuitePlan.of(List.of(file), CaseFilter.ALL, wrong);

        assertEquals("own", plan.refused().get(0).name());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,    -,    -,      true",
                "fast, -,    -,      true",
                "slow, -,    -,      false",
                "slow;fast, -, -,    true",
                "-,    fast, -,      false",
                "-,    slow, -,      true",
                "fast, deep, -,      false",
                "-,    -,    pitch,  false",
                "-,    -,    pitch*, true",
                "-,    -,    *two,   true",
                "-,    -,    p*h*t*, true",
                "-,    -,    x;p*,   true",
                "-,    -,    pitch.two, false"
            })
    void takesWhatTheFilterAsksFor(String tags, String excluded, String names, boolean taken) {
        CaseFilter filter = new CaseFilter(words(tags), words(excluded), words(names));

        assertEquals(taken, filter.takes(new SuiteCase(Path.of("x"), "pitch-two", List.of("fast", "deep"))));
    }

    /** Only the star has a meaning in a pattern of names. */
    @ParameterizedTest
    @CsvSource({
        "a.b, a.b, true",
        "a.b, axb, false",
        "a+(b)?, a+(b)?, true",
        "[ab]*, [ab]c, true",
        "[ab]*, a, false",
        "*, anything at all, true",
        "**, x, true",
        "A*, a-lower-case, false",
        "'\\E.*', x, false"
    })
    void matchesNamesLetterByLetter(String pattern, String name, boolean taken) {
        CaseFilter filter = new CaseFilter(List.of(), List.of(), List.of(pattern));

        assertEquals(taken, filter.takes(new SuiteCase(Path.of("x"), name, List.of())));
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : List.of(text.split(";"));
    }

    @Test
    void leavesOutWhatTheFilterDoesNotTake() {
        Path slow = fixture.write("slow.yaml", SuiteFixture.scenario("slow", "tags: [slow]\n"));

        SuitePlan plan = plan(new CaseFilter(List.of(), List.of("slow"), List.of()), slow);

        assertEquals(List.of(), plan.cases());
        assertEquals(List.of(), plan.refused());
    }
}
