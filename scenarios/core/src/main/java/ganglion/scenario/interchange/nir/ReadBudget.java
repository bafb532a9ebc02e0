package ganglion.scenario.interchange.nir;

import ganglion.documents.table.TableException;

/** Keeps a few bytes of a file from asking for more memory than any machine has. */
final class ReadBudget {

    /** 2 GB of 32-bit weights. */
    private static final long MOST_VALUES = 500_000_000;

    private static final int MOST_NODES = 10_000;
    private static final int MOST_NESTING = 16;

    /** The most that the compression of HDF5 files, deflate, can make of a byte. */
    private static final long MOST_EXPANSION = 1032;

    private final long fileBytes;
    private long values;
    private int nodes;

    ReadBudget(long fileBytes) {
        this.fileBytes = fileBytes;
    }

    void takeValues(Fields fields, String field, long count, int bytesEach) throws TableException {
        if (count > fileBytes * MOST_EXPANSION / Math.max(1, bytesEach)) {
            throw fields.problem("found " + count + " numbers announced in the field \"" + field
                    + "\", more than a file of " + fileBytes + " bytes can hold");
        }
        values += count;
        if (values > MOST_VALUES) {
            throw fields.problem("found more than " + MOST_VALUES + " numbers up to the field \"" + field + "\"");
        }
    }

    void takeNode(Fields fields, int nesting) throws TableException {
        if (++nodes > MOST_NODES) {
            throw fields.problem("found more than " + MOST_NODES + " nodes");
        }
        if (nesting > MOST_NESTING) {
            throw fields.problem("found graphs nested more than " + MOST_NESTING + " deep");
        }
    }
}
