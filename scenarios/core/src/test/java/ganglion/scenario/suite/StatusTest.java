package ganglion.scenario.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTest {

    @ParameterizedTest
    @EnumSource
    void theWorseOfTwoCounts(Status status) {
        assertEquals(status, Status.PASSED.or(status));
        assertEquals(status, status.or(Status.PASSED));
        assertEquals(Status.FAULT, Status.FAULT.or(status));
        assertEquals(Status.FAULT, status.or(Status.FAULT));
    }

    @Test
    void errorsAreThoseWithoutASoundResult() {
        assertEquals(
                List.of(Status.REFUSED, Status.ABORTED, Status.FAULT),
                Stream.of(Status.values()).filter(Status::isError).toList());
    }

    @Test
    void aSuiteHasTheWorstStatusOfItsCasesAndTheCaseThatOfItsRuns() {
        CaseResult mixed = SuiteFixture.result(
                "mixed",
                SuiteFixture.run("a", Status.PASSED, List.of()),
                SuiteFixture.run("b", Status.ABORTED, List.of()),
                SuiteFixture.run("c", Status.FAILED, List.of()));
        CaseResult good = SuiteFixture.result("good", SuiteFixture.run("", Status.PASSED, List.of()));

        assertEquals(Status.ABORTED, mixed.status());
        assertEquals(0.75, mixed.seconds());
        SuiteResult suite = new SuiteResult(List.of(good, mixed, good), 1);
        assertEquals(Status.ABORTED, suite.status());
        assertEquals(2, suite.count(Status.PASSED));
        assertEquals(1, suite.count(Status.ABORTED));
        assertEquals(0, suite.count(Status.FAILED));
        assertEquals(Status.PASSED, new SuiteResult(List.of(), 0).status());
    }

    @Test
    void aCaseWithoutRunsIsNoResult() {
        assertThrows(IllegalArgumentException.class, () -> SuiteFixture.result("none"));
    }
}
