package ganglion.hardware.validation;

/**
 * One piece of work that measured devices: a paper, a round of a benchmark, a notebook of a vendor. Its rows of one device are
 * one vote, however many they are.
 *
 * @param key short name
 * @param laboratory who measured
 */
public record Study(String key, String laboratory) {

    /** How far a measurement stands from those that the figures of its device are fitted to. */
    public enum Distance {
        SAME_STUDY("same study as a fit"),
        SAME_LABORATORY("other study, same laboratory"),
        OTHER_LABORATORY("other laboratory");

        private final String label;

        Distance(String label) {
            this.label = label;
        }

        /** In words. */
        public String label() {
            return label;
        }
    }

    /** The distance from one other study. */
    Distance from(Study other) {
        if (key.equals(other.key)) {
            return Distance.SAME_STUDY;
        }
        return laboratory.equals(other.laboratory) ? Distance.SAME_LABORATORY : Distance.OTHER_LABORATORY;
    }
}
