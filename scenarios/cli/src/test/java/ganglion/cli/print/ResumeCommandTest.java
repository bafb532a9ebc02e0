package ganglion.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResumeCommandTest {

    private static final Path CHECKPOINT = Path.of("out.checkpoint");

    @Test
    void keepsWhatTheRunIsAndLeavesOutWhereItGoes() {
        List<String> words = List.of(
                "run",
                "a.yaml",
                "--out",
                "out",
                "--set",
                "/clock/duration=5 s",
                "--checkpoint-every=60 s",
                "--seed",
                "7");

        assertEquals(
                "ganglion run a.yaml --set '/clock/duration=5 s' '--checkpoint-every=60 s' --seed 7 --resume out.checkpoint",
                ResumeCommand.of(words, Set.of(), CHECKPOINT));
    }

    @Test
    void replacesTheCheckpointThatItBeganFrom() {
        assertEquals(
                "ganglion run a.yaml --resume out.checkpoint",
                ResumeCommand.of(
                        List.of("run", "--resume", "old.checkpoint", "a.yaml", "--out=out"), Set.of(), CHECKPOINT));
    }

    @Test
    void namesOneOfSeveralScenarios() {
        assertEquals(
                "ganglion run a.yaml --resume out.checkpoint",
                ResumeCommand.of(List.of("run", "a.yaml", "b.yaml"), Set.of("b.yaml"), CHECKPOINT));
    }

    @Test
    void quotesWhatAShellWouldTakeApart() {
        assertEquals(
                "ganglion run 'it'\\''s.yaml' --resume out.checkpoint",
                ResumeCommand.of(List.of("run", "it's.yaml"), Set.of(), CHECKPOINT));
    }
}
