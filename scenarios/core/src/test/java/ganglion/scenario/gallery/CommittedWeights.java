package ganglion.scenario.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The weights of a pitch detector as they are committed. After a change of the formula or of the ear, {@code
 * -Dganglion.update-weights=true} writes them anew.
 *
 * @param folder of the scenario, which has its weights in {@code weights}
 */
record CommittedWeights(Path folder) {

    private static final String UPDATE = "ganglion.update-weights";

    void assertEqualTo(PitchTemplates templates) throws IOException {
        assertCommitted("ear-to-notes.csv", templates.earToNotes());
        assertCommitted("notes-to-out.csv", templates.notesToPitchClasses());
        assertCommitted("out-to-out.csv", PitchTemplates.rivalry());
    }

    private void assertCommitted(String name, int[][] hundredths) throws IOException {
        Path file = folder.resolve("weights").resolve(name);
        String computed = synapses(hundredths);
        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, computed);
        }
        assertEquals(
                computed,
                Files.readString(file),
                () -> file + " differs from its formula; -D" + UPDATE + "=true writes it anew");
    }

    /** Lists the synapses that exist, which are all that a chip has to store and to serve. */
    private static String synapses(int[][] hundredths) {
        StringBuilder lines = new StringBuilder("source,target,weight\n");
        for (int source = 0; source < hundredths.length; source++) {
            for (int target = 0; target < hundredths[source].length; target++) {
                int weight = hundredths[source][target];
                if (weight != 0) {
                    lines.append(source).append(',').append(target).append(',').append(decimal(weight));
                    lines.append('\n');
                }
            }
        }
        return lines.toString();
    }

    private static String decimal(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }
}
