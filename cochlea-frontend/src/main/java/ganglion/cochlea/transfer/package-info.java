/** What the ear does to sound before the cochlea: the resonance of the ear canal and the transfer of the middle ear. */
package ganglion.cochlea.transfer;
