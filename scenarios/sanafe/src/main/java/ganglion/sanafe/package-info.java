/**
 * Networks of SANA-FE as scenarios, by {@code ganglion import --architecture}: an architecture and a mapped network in YAML are read into
 * what a profile and a scenario can say. Source of the formats and of what their words mean: SANA-FE 2.2.1 (The University of Texas at
 * Austin), the read-me files of its folders {@code arch} and {@code snn}, and its behaviour. What has no equivalent here is refused at
 * its line.
 */
package ganglion.sanafe;
