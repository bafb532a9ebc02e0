package ganglion.hardware.figure;

/** How far the estimates of a device can be trusted. Reports, tables and result documents carry it. */
public enum Grade {
    /** Measurements that played no part in its figures lie within 25 % of the estimates. */
    A("held-out measurements within 25 %, or four in five of them"),
    /** Its figures were fitted to measurements of its own; held-out ones are missing, or further off than 25 %. */
    B("calibrated on itself"),
    /** Published prices of single operations; no measurement of the whole device confirms their sum. */
    C("published prices of single operations only"),
    /** Assumed figures are in the total. */
    D("assumed figures in the total");

    private final String meaning;

    Grade(String meaning) {
        this.meaning = meaning;
    }

    /** What it means, in half a sentence. */
    public String meaning() {
        return meaning;
    }
}
