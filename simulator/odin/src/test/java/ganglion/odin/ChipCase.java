package ganglion.odin;

/** A network on a chip with its inputs and registers, for the model and for the hardware description. */
interface ChipCase {

    AddressEvents inputs();

    /** The cycle from which on to begin nothing. */
    long until();

    /** A chip with the case's network, before it runs. */
    CrossbarChip chip();

    /** The case as the driver of the hardware description reads it. */
    String text();

    /** Appends the states of a chip at the end, as the driver writes them. */
    void states(CrossbarChip chip, StringBuilder text);

    /** What the model does, as the driver of the hardware description writes it. */
    default String answer() {
        CrossbarChip chip = chip();
        AddressEvents outputs = new AddressEvents();
        AddressEvents lost = new AddressEvents();
        long end = chip.run(inputs(), outputs, lost, until());
        StringBuilder text = new StringBuilder();
        int o = 0;
        int x = 0;
        while (o < outputs.size() || x < lost.size()) {
            // A spike is lost before its output event, in the same cycle.
            boolean isLost = x < lost.size() && (o == outputs.size() || lost.cycle(x) <= outputs.cycle(o));
            AddressEvents from = isLost ? lost : outputs;
            int i = isLost ? x++ : o++;
            text.append(isLost ? "x " : "o ")
                    .append(from.cycle(i))
                    .append(' ')
                    .append(from.address(i))
                    .append('\n');
        }
        states(chip, text);
        return text.append("end ").append(end).append('\n').toString();
    }

    /** The inputs in the driver's form. */
    default void appendInputs(StringBuilder text) {
        for (int i = 0; i < inputs().size(); i++) {
            text.append(String.format("e %d %x%n", inputs().cycle(i), inputs().address(i)));
        }
    }
}
