/** What a preview has to say, put where the merge request's reviewers read it; knows no more than what is to be said. */
package posting;
