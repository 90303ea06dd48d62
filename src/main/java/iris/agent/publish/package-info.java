/**
 * From what is kept to what is read: {@link iris.agent.publish.Prose} finds the words, {@link
 * iris.agent.publish.Documents} makes the documents, {@link iris.agent.publish.Publisher} keeps the newest of them and
 * lets the server and the folder of files show it. A document is replaced whole or not at all.
 */
package iris.agent.publish;
