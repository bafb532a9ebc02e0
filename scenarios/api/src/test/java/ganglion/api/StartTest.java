package ganglion.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A program without a log of its own starts quietly. */
final class StartTest {

    @Test
    void nothingIsPrintedButWhatTheProgramPrints() throws IOException {
        assertEquals(
                List.of("out: 1 spikes of 1 neurons"),
                StartAlone.output().lines().toList());
    }
}
