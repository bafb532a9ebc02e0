package ganglion.cli.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Whatever happens to a command: it leaves nothing that looks complete and is not, and the next one gives the same bits as if
 * nothing had happened, and cleans up. {@code mvn verify} runs a few trials; the profile {@code chaos} as many as are asked for.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no kill to send a signal with")
@Tag("nightly")
final class ChaosTest {

    private static final long SEED = Long.getLong("seed", 1);
    private static final int KILLS = Integer.getInteger("kills", 4);
    private static final String VICTIMS = System.getProperty("victims", "run,train,test");

    @Test
    void noPromiseIsBroken() throws Exception {
        Campaign campaign = new Campaign(Path.of("target", "chaos"), SEED, Victims.of(List.of(VICTIMS.split(","))));

        List<Trial.Report> reports = campaign.run(KILLS);

        if (System.getProperty("kills") != null) {
            System.out.println("seed " + SEED + "\n\n" + Table.of(reports));
        }
        assertEquals("", String.join("\n", Table.failures(reports)));
    }
}
