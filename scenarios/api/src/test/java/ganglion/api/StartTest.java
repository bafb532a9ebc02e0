package ganglion.api;

import static ganglion.api.Units.millis;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A program without a log of its own starts quietly. */
final class StartTest {

    /** A program in a Java process of its own, where nothing has started a log before. */
    public static void main(String[] words) {
        NetworkBuilder net = GanglionApi.network("alone").tick(millis(1)).duration(millis(5));
        net.spikes("in", 1, new long[] {1}, new int[] {0});
        net.population("out", 1, NeuronType.lif().beta(0.9));
        net.connect("in", "out").weight(1);
        System.out.println(net.run().spikes("out"));
    }

    @Test
    void nothingIsPrintedButWhatTheProgramPrints() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), StartTest.class.getName())
                .redirectErrorStream(true)
                .start();

        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals("out: 1 spikes of 1 neurons", printed.strip());
    }
}
