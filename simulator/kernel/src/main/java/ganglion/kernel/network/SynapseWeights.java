package ganglion.kernel.network;

/**
 * The weights of a projection's synapses, by position, in as few bytes as represent them exactly. The delivery loops
 * are here, one per layout, because they are where the simulator spends its time.
 *
 * <p>The loops look alike and are not shared: each reads its own kind of array and calls nothing, so that the compiler
 * keeps everything in registers. A call per weight, or one loop that takes weights through an interface, costs more
 * than the addition. A float is widened exactly, so that all layouts add the same numbers.
 */
sealed interface SynapseWeights {

    /** Weight at a position. */
    double at(int position);

    /**
     * Reads one element of every cache line from a position to an end; see {@link StoredSynapses#readAhead}.
     *
     * @return a number made of all that was read, which the caller must use
     */
    long readAhead(int position, int end);

    /**
     * Adds to {@code input[offset + (targets[position] & mask)]}, negative weights {@code negativeOffset} further on.
     * Position after position: where a neuron is reached more than once, its sum depends on that.
     */
    void deliver(int[] targets, int mask, int position, int count, double[] input, int offset, int negativeOffset);

    /** Adds to {@code input[offset + targets[position]]} and lists; see {@link StoredSynapses#deliverListing}. */
    int deliverListing(int[] targets, int position, int end, double[] input, int offset, int shift, int[] list, int at);

    /**
     * 1 for an input of +0, else 0; without a branch, which could not be predicted. An input of zero has not been reached at
     * this tick: counting by it lists a neuron once, however many weights reach it.
     */
    private static int oneIfZero(double input) {
        long bits = Double.doubleToRawLongBits(input);
        return (int) (1 - ((bits | -bits) >>> Long.SIZE - 1));
    }

    /** Adds to {@code count} successive inputs from {@code first} on, negative weights {@code negativeOffset} further on. */
    void deliverInRow(int position, int count, double[] input, int first, int negativeOffset);

    /**
     * Adds to {@code ring[packed[position] + rotation]}, modulo the length of the ring, which is a power of two: so the
     * compiler knows that no index is out of bounds, and a row of many delays is one loop.
     */
    void deliverAhead(int[] packed, int position, int count, double[] ring, int rotation);

    /**
     * The same for the packed synapses from a position on that are below a limit, compared as unsigned numbers.
     *
     * @return the first position that is not
     */
    int deliverAheadBelow(int limit, int[] packed, int position, int end, double[] ring, int rotation);

    /** One weight for all: no memory. */
    record Shared(double weight) implements SynapseWeights {

        @Override
        public long readAhead(int position, int end) {
            return 0;
        }

        @Override
        public double at(int position) {
            return weight;
        }

        @Override
        public void deliver(
                int[] targets, int mask, int position, int count, double[] input, int offset, int negativeOffset) {
            // One weight has one sign: the choice of the channel is made once per row.
            int base = weight < 0 ? offset + negativeOffset : offset;
            double added = weight;
            for (int i = position; i < position + count; i++) {
                input[base + (targets[i] & mask)] += added;
            }
        }

        @Override
        public void deliverAhead(int[] packed, int position, int count, double[] ring, int rotation) {
            // The mask wraps the index and proves to the compiler that it is within bounds.
            int mask = ring.length - 1;
            for (int i = position; i < position + count; i++) {
                ring[packed[i] + rotation & mask] += weight;
            }
        }

        @Override
        public int deliverAheadBelow(int limit, int[] packed, int position, int end, double[] ring, int rotation) {
            int mask = ring.length - 1;
            int i = position;
            for (; i < end; i++) {
                int synapse = packed[i];
                if (synapse + Integer.MIN_VALUE >= limit + Integer.MIN_VALUE) {
                    break;
                }
                ring[synapse + rotation & mask] += weight;
            }
            return i;
        }

        @Override
        public int deliverListing(
                int[] targets, int position, int end, double[] input, int offset, int shift, int[] list, int at) {
            int next = at;
            for (int i = position; i < end; i++) {
                int target = targets[i];
                double before = input[offset + target];
                input[offset + target] = before + weight;
                // Always written, but only counted where the input was zero before: a store is cheaper than a branch
                // that guesses wrong.
                list[next] = target + shift;
                next += oneIfZero(before);
            }
            return next;
        }

        @Override
        public void deliverInRow(int position, int count, double[] input, int first, int negativeOffset) {
            int base = weight < 0 ? first + negativeOffset : first;
            for (int i = base; i < base + count; i++) {
                input[i] += weight;
            }
        }
    }

    /** Weights that are all exactly floats: 4 bytes each. */
    record Floats(float[] weights) implements SynapseWeights {

        @Override
        public long readAhead(int position, int end) {
            float sum = 0;
            for (int i = position; i < end; i += SparseSynapses.SYNAPSES_PER_LINE) {
                sum += weights[i];
            }
            return Float.floatToRawIntBits(sum);
        }

        @Override
        public double at(int position) {
            return weights[position];
        }

        @Override
        public void deliver(
                int[] targets, int mask, int position, int count, double[] input, int offset, int negativeOffset) {
            // Most models keep one sum: their loop has no choice to make per weight.
            if (negativeOffset == 0) {
                for (int i = position; i < position + count; i++) {
                    input[offset + (targets[i] & mask)] += weights[i];
                }
                return;
            }
            for (int i = position; i < position + count; i++) {
                int base = weights[i] < 0 ? offset + negativeOffset : offset;
                input[base + (targets[i] & mask)] += weights[i];
            }
        }

        @Override
        public void deliverAhead(int[] packed, int position, int count, double[] ring, int rotation) {
            int mask = ring.length - 1;
            for (int i = position; i < position + count; i++) {
                ring[packed[i] + rotation & mask] += weights[i];
            }
        }

        @Override
        public int deliverAheadBelow(int limit, int[] packed, int position, int end, double[] ring, int rotation) {
            int mask = ring.length - 1;
            int i = position;
            for (; i < end; i++) {
                int synapse = packed[i];
                if (synapse + Integer.MIN_VALUE >= limit + Integer.MIN_VALUE) {
                    break;
                }
                ring[synapse + rotation & mask] += weights[i];
            }
            return i;
        }

        @Override
        public int deliverListing(
                int[] targets, int position, int end, double[] input, int offset, int shift, int[] list, int at) {
            int next = at;
            for (int i = position; i < end; i++) {
                int target = targets[i];
                double before = input[offset + target];
                input[offset + target] = before + weights[i];
                list[next] = target + shift;
                next += oneIfZero(before);
            }
            return next;
        }

        @Override
        public void deliverInRow(int position, int count, double[] input, int first, int negativeOffset) {
            if (negativeOffset == 0) {
                for (int i = 0; i < count; i++) {
                    input[first + i] += weights[position + i];
                }
                return;
            }
            for (int i = 0; i < count; i++) {
                float weight = weights[position + i];
                input[weight < 0 ? first + negativeOffset + i : first + i] += weight;
            }
        }
    }

    /** Any weights: 8 bytes each. */
    record Doubles(double[] weights) implements SynapseWeights {

        @Override
        public long readAhead(int position, int end) {
            double sum = 0;
            for (int i = position; i < end; i += SparseSynapses.SYNAPSES_PER_LINE / 2) {
                sum += weights[i];
            }
            return Double.doubleToRawLongBits(sum);
        }

        @Override
        public double at(int position) {
            return weights[position];
        }

        @Override
        public void deliver(
                int[] targets, int mask, int position, int count, double[] input, int offset, int negativeOffset) {
            if (negativeOffset == 0) {
                for (int i = position; i < position + count; i++) {
                    input[offset + (targets[i] & mask)] += weights[i];
                }
                return;
            }
            for (int i = position; i < position + count; i++) {
                int base = weights[i] < 0 ? offset + negativeOffset : offset;
                input[base + (targets[i] & mask)] += weights[i];
            }
        }

        @Override
        public void deliverAhead(int[] packed, int position, int count, double[] ring, int rotation) {
            int mask = ring.length - 1;
            for (int i = position; i < position + count; i++) {
                ring[packed[i] + rotation & mask] += weights[i];
            }
        }

        @Override
        public int deliverAheadBelow(int limit, int[] packed, int position, int end, double[] ring, int rotation) {
            int mask = ring.length - 1;
            int i = position;
            for (; i < end; i++) {
                int synapse = packed[i];
                if (synapse + Integer.MIN_VALUE >= limit + Integer.MIN_VALUE) {
                    break;
                }
                ring[synapse + rotation & mask] += weights[i];
            }
            return i;
        }

        @Override
        public int deliverListing(
                int[] targets, int position, int end, double[] input, int offset, int shift, int[] list, int at) {
            int next = at;
            for (int i = position; i < end; i++) {
                int target = targets[i];
                double before = input[offset + target];
                input[offset + target] = before + weights[i];
                list[next] = target + shift;
                next += oneIfZero(before);
            }
            return next;
        }

        @Override
        public void deliverInRow(int position, int count, double[] input, int first, int negativeOffset) {
            if (negativeOffset == 0) {
                for (int i = 0; i < count; i++) {
                    input[first + i] += weights[position + i];
                }
                return;
            }
            for (int i = 0; i < count; i++) {
                double weight = weights[position + i];
                input[weight < 0 ? first + negativeOffset + i : first + i] += weight;
            }
        }
    }

    /** The smallest layout that holds some weights exactly. Doubles are taken over, not copied. */
    static SynapseWeights of(double[] weights) {
        WeightSurvey survey = new WeightSurvey();
        for (double weight : weights) {
            survey.add(weight);
        }
        if (weights.length > 0 && survey.allAlike()) {
            return new Shared(weights[0]);
        }
        if (!survey.allFloats()) {
            return new Doubles(weights);
        }
        float[] floats = new float[weights.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) weights[i];
        }
        return new Floats(floats);
    }
}
