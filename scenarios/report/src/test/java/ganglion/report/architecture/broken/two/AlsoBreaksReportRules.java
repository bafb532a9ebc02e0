package ganglion.report.architecture.broken.two;

import ganglion.report.architecture.broken.one.BreaksReportRules;

/** Closes a cycle between two packages. */
public final class AlsoBreaksReportRules {

    private AlsoBreaksReportRules() {}

    static int back() {
        return BreaksReportRules.mutable;
    }
}
