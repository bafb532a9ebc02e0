/**
 * Recognising a rhythm in one train of spikes, whatever its phase: the founding study's experiment on temporal patterns. Delays of the
 * input meet the input itself in neurons that fire on coincidence, so that each fires for one interval between any two spikes
 * (as in J. C. R. Licklider's autocorrelating network, Experientia 7, 1951); a trained layer reads the rhythm off them.
 */
package ganglion.study.rhythm;
