/** Whether npm gave up because it could not reach the registry, which proves nothing about the project. */
export const isOutOfReach = (message: string): boolean => /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN/.test(message)
