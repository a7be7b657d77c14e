/**
 * What a run would change, as data: the one thing that every report is made from. Pure; it knows neither the engine that
 * found the changes nor the reports that show them.
 */
package change;
