package ganglion.hardware.validation;

import ganglion.hardware.validation.Study.Distance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The held-out rows of one device in one study. Rows of one run, of a sweep over batches or scales, and a figure that is told
 * twice depend on one another: together they say as much as one. The vote is the root mean square of their logarithms, so
 * that an estimate that is too high here and too low there is not right in the mean.
 *
 * @param study who measured
 * @param distance from the fits of the device
 * @param rows its rows, at least one
 */
public record Vote(Study study, Distance distance, List<ValidationCase> rows) {

    /** Takes a copy of the list. */
    public Vote {
        rows = List.copyOf(rows);
    }

    /**
     * The votes on one device.
     *
     * @param heldOut its rows that vote
     * @param fits its rows that figures are fitted to
     */
    static List<Vote> of(Collection<ValidationCase> heldOut, Collection<ValidationCase> fits) {
        Map<Study, List<ValidationCase>> byStudy = new LinkedHashMap<>();
        heldOut.forEach(found -> byStudy.computeIfAbsent(found.evidence().study(), study -> new ArrayList<>())
                .add(found));
        List<Vote> votes = new ArrayList<>();
        byStudy.forEach((study, rows) -> votes.add(new Vote(study, distance(study, fits), rows)));
        return votes;
    }

    private static Distance distance(Study study, Collection<ValidationCase> fits) {
        return fits.stream()
                .map(fit -> study.from(fit.evidence().study()))
                .min(Enum::compareTo)
                .orElse(Distance.OTHER_LABORATORY);
    }

    /** Root mean square of the logarithms of the ratios, with the sign of their mean. */
    public double logRatio() {
        double mean =
                rows.stream().mapToDouble(ValidationCase::logRatio).average().orElseThrow();
        return Math.copySign(Math.sqrt(meanSquare()), mean);
    }

    /** Mean of the squared logarithms of the ratios. */
    double meanSquare() {
        return rows.stream()
                .mapToDouble(row -> row.logRatio() * row.logRatio())
                .average()
                .orElseThrow();
    }
}
