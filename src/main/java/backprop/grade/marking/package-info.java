/** From a submission to its marks. */
package backprop.grade.marking;
