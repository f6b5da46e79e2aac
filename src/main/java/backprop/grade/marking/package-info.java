/**
 * From a submission to its marks. A {@link backprop.grade.marking.Worker} has one submission compiled, run and tested
 * after the other; what runs is elsewhere, in a sandbox, and is spoken to by messages.
 */
package backprop.grade.marking;
