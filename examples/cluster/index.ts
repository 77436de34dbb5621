export { type CommandResult, gongwen } from './gongwen-command.ts';
export { type Role, type RoleProcess } from './role-process.ts';
export { type Cluster, type ClusterOptions, startCluster, tokenOf } from './start-cluster.ts';
