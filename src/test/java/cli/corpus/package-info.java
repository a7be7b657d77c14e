/** Changes that a facility really sees, each with the report that a reviewer gets of it. */
package cli.corpus;
