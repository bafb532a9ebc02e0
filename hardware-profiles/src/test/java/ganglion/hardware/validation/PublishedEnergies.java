package ganglion.hardware.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.Processor.LayerKind;
import ganglion.hardware.dense.CallTime;
import ganglion.hardware.dense.DenseLayers.LayerWork;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.figure.IntervalText;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.library.Reliabilities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Energies that papers give for their networks beside ours. A paper multiplies its counts of accumulates and multiply-accumulates by a
 * price each; here the accumulates take what a synaptic operation takes on a chip of spikes, and the multiply-accumulates
 * what they take on a processor, both under the marginal boundary and with their intervals.
 *
 * @param tables the tables of the papers
 */
record PublishedEnergies(List<PaperTable> tables) {

    private static final double PICOJOULE = 1e-12;
    private static final double GIGA = 1e9;
    private static final double MILLIJOULE = 1e-3;
    private static final String CHIP = "loihi";
    private static final String PROCESSOR = "gap9";
    private static final String DATA = "measurements/published-energies.yaml";
    private static final String PAGE = "docs/published-energies.md";

    /**
     * A table of one paper.
     *
     * @param accumulate price of an accumulate in pJ, where it is not 0.9
     */
    record PaperTable(String title, String source, String note, Double accumulate, List<PaperRow> rows) {

        /** What the counts take at the prices of the paper, in mJ. */
        double asPapersCount(PaperRow row) {
            double add = accumulate == null ? 0.9 : accumulate;
            return (row.acs * add + row.macs * 4.6) * GIGA * PICOJOULE / MILLIJOULE;
        }
    }

    /**
     * One network.
     *
     * @param acs accumulates in 1e9
     * @param macs multiply-accumulates in 1e9
     * @param claimed energy of the paper in mJ
     */
    record PaperRow(String network, double acs, double macs, double claimed) {

        /** What the accumulates take on a chip of spikes and the multiply-accumulates on a processor, in J. */
        private Interval ours(HardwareProfile chip, HardwareProfile processor) {
            return interval(chip, accumulateJoules(chip)).plus(interval(processor, productJoules(processor)));
        }

        private double joules(HardwareProfile chip, HardwareProfile processor) {
            return accumulateJoules(chip) + productJoules(processor);
        }

        private double accumulateJoules(HardwareProfile chip) {
            return acs
                    * GIGA
                    * chip.figures()
                            .energy()
                            .get(Operation.SYNAPTIC_OPERATION)
                            .figure()
                            .value();
        }

        private double productJoules(HardwareProfile processor) {
            LayerWork work = new LayerWork(LayerKind.CONVOLUTION, (long) (macs * GIGA), 0, 0);
            double seconds = CallTime.of(
                            processor.conventional().processor().orElseThrow(), List.of(work), NumberFormat.INT8, 1)
                    .seconds()
                    .orElseThrow();
            return macs == 0
                    ? 0
                    : seconds * processor.figures().power().runAboveIdle().orElseThrow();
        }

        private static Interval interval(HardwareProfile profile, double joules) {
            return Reliabilities.of(profile)
                    .get(Boundary.MARGINAL)
                    .around(joules)
                    .orElse(Interval.exactly(joules));
        }
    }

    /** @throws IOException if the file is not there or not of this form */
    static PublishedEnergies read(Path project) throws IOException {
        try {
            return new ObjectMapper()
                    .treeToValue(
                            new DocumentReader().read(project.resolve(DATA)).root(), PublishedEnergies.class);
        } catch (InputException | JsonProcessingException e) {
            throw new IOException(DATA + ": " + e.getMessage(), e);
        }
    }

    /** The page, in Markdown. */
    String page() throws ProfileException {
        HardwareProfile chip = ProfileLibrary.find(CHIP);
        HardwareProfile processor = ProfileLibrary.find(PROCESSOR);
        StringBuilder page = new StringBuilder(
                "# Published energies of spiking networks\n\nMade from `" + DATA + "` by `"
                        + PublishedEnergies.class.getName()
                        + "`; do not edit. Papers multiply counts by 0.9 pJ an accumulate and"
                        + " 4.6 pJ a multiply-accumulate (float32 at 45 nm) and count nothing else.\n\nThe last column takes accumulates as"
                        + " synaptic operations of " + chip.about().title() + ", and multiply-accumulates in int8 on "
                        + processor.about().title()
                        + ", both marginal: what the same counts add to devices that run anyway, without neurons,"
                        + " messages and static power. `ganglion cost` has these, too, from the layers of an [activity file](formats/activity.md).\n");
        for (PaperTable table : tables) {
            page.append("\n## ")
                    .append(table.title)
                    .append("\n\nSource: ")
                    .append(table.source)
                    .append('.');
            page.append(table.note == null ? "\n\n" : " Here " + table.note + ".\n\n");
            page.append(
                    "| network | accumulates (1e9) | multiply-accumulates (1e9) | claimed | as papers count | on loihi and gap9 |\n"
                            + "|---|---|---|---|---|---|\n");
            for (PaperRow row : table.rows) {
                Interval range = row.ours(chip, processor);
                page.append("| " + row.network + " | " + count(row.acs) + " | " + count(row.macs) + " | "
                        + joules(row.claimed) + " | " + joules(table.asPapersCount(row)) + " | "
                        + IntervalText.of(row.joules(chip, processor), Optional.of(range), Dimension.ENERGY) + " |\n");
            }
        }
        return page.toString();
    }

    private static String count(double giga) {
        return QuantityFormat.format(giga, "", 3);
    }

    private static String joules(double millijoules) {
        return QuantityFormat.format(millijoules * MILLIJOULE, "J", 3);
    }

    /**
     * Writes the page.
     *
     * @param arguments folder of the project; the current one if there is none
     */
    public static void main(String[] arguments) throws IOException, ProfileException {
        Path project = Path.of(arguments.length > 0 ? arguments[0] : "");
        Files.writeString(project.resolve(PAGE), read(project).page());
    }
}
