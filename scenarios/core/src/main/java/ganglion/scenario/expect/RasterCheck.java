package ganglion.scenario.expect;

import ganglion.documents.place.DocumentPath;
import ganglion.documents.table.TableException;
import ganglion.scenario.data.RasterFile;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.result.ExpectationOutcome;
import java.nio.file.Files;
import java.util.Optional;

/** Compares spikes with a golden raster, exact to the tick. */
final class RasterCheck {

    static final String GOLDEN = "the golden raster";

    private static final String SAME = "the same spikes";

    private RasterCheck() {}

    static ExpectationOutcome check(Expectation.GoldenRaster expectation, Evidence evidence) {
        Optional<RasterDifference> difference = difference(expectation, evidence);
        return new ExpectationOutcome(
                expectation.pointer(),
                "spikes equal to " + expectation.file(),
                difference.isEmpty(),
                difference.map(RasterDifference::text).orElse(SAME),
                SAME,
                difference.flatMap(RasterDifference::place));
    }

    private static Optional<RasterDifference> difference(Expectation.GoldenRaster expectation, Evidence evidence) {
        try {
            RasterFile golden = RasterFile.read(expectation.file().resolved());
            return RasterDifference.between(evidence.raster(), golden, GOLDEN);
        } catch (TableException e) {
            return Optional.of(RasterDifference.ofFrame(unusable(expectation.file(), e)));
        }
    }

    /** Why a golden raster cannot be compared with, and how to make one that is not there yet. */
    static String unusable(DocumentPath file, TableException fault) {
        String reason = "no usable golden raster (" + fault.getMessage() + ")";
        return Files.notExists(file.resolved()) ? reason + "; ganglion test --update writes it" : reason;
    }
}
