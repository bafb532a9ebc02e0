package ganglion.equations;

/**
 * Numbers from one to another, both included, in the coherent unit.
 *
 * @param low a number, or the name of a parameter
 * @param high the same
 * @param written as the text has it; empty for all numbers
 */
record ValueRange(Term low, Term high, String written) {

    static final ValueRange ALL =
            new ValueRange(new Term.Literal(Double.NEGATIVE_INFINITY), new Term.Literal(Double.POSITIVE_INFINITY), "");

    /** The number, if it is in the range. */
    double check(String part, String name, double number, String shown) {
        if (low.value(none -> 0.0) <= number && number <= high.value(none -> 0.0)) {
            return number;
        }
        throw new ModelException(
                part, "found " + TermParser.shortened(shown) + " as " + name + ", expected a number " + written);
    }

    /** A formula whose value is kept in the range. */
    Term clip(Term formula) {
        Term above = low.equals(ALL.low) ? formula : Term.of(TermOperation.MAX, formula, low);
        return high.equals(ALL.high) ? above : Term.of(TermOperation.MIN, above, high);
    }

    /** Nothing: it decides which numbers may be given, and what it does to weights stands in their formulas, so that the fingerprint of a network is free of it. */
    @Override
    public String toString() {
        return "";
    }
}
